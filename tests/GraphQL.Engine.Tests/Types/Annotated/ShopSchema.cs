namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

/// <summary>What <see cref="ShopServer"/> serves.</summary>
internal static class ShopSchema
{
    public const string Sdl =
        """"
        type Query {
          node(id: ID!): Node

          """Products for sale."""
          products(first: Int, after: String, last: Int, before: String, search: String, where: ProductFilter, sort: ProductSort! = NAME): ProductConnection!
          productBySlug(slug: String!): Product
          cart(token: String): Cart
        }

        type Mutation {
          addToCart(input: AddToCartInput!): AddToCartPayload!
          clearCart(input: ClearCartInput!): ClearCartPayload!
          updateCheckout(input: UpdateCheckoutInput!): UpdateCheckoutPayload!
          signOut(input: SignOutInput!): SignOutPayload!
        }

        union AddToCartError = ProductNotFoundError | InvalidQuantityError | OutOfStockError

        input AddToCartInput {
          cartToken: String
          productId: ID!
          quantity: Int! = 1
        }

        type AddToCartPayload {
          cart: Cart
          errors: [AddToCartError!]
        }

        input AddressInput {
          name: String!
          line1: String!
          line2: String
          country: String!
        }

        type Cart implements Node {
          id: ID!
          token: String
          lines: [CartLine!]!
          subtotal: Money!
        }

        type CartLine {
          id: ID!
          quantity: Int!
          product: Product!
        }

        input ClearCartInput {
          cartToken: String
        }

        type ClearCartPayload {
          cart: Cart
          removedLines: Int
        }

        scalar CurrencyCode

        """
        Why a mutation was refused. Written to be shown to the person who asked.
        """
        interface Error {
          message: String!
        }

        type Facet {
          name: String!
          values: [String!]!
        }

        type InvalidQuantityError implements Error {
          message: String!
          quantity: Int!
        }

        """A whole number of at most 15 digits, exact in every client."""
        scalar Long

        type Money {
          minorUnits: Long!
          currency: CurrencyCode!
          decimal: String!
        }

        """An object that can be fetched again by its `id` alone."""
        interface Node {
          """Opaque and stable. Do not parse it."""
          id: ID!
        }

        type OutOfStockError implements Error {
          message: String!
          available: Int!
          product: Product!
        }

        type PageInfo {
          hasNextPage: Boolean!
          hasPreviousPage: Boolean!
          startCursor: String
          endCursor: String
        }

        enum PaymentProvider {
          STRIPE
          PAYPAL
        }

        type Product implements Node {
          id: ID!
          slug: String!
          name: String!
          description: String
          kind: ProductKind!
          price: Money!
          imageUrl: URL
          stock: Int
          averageRating: Float
          isAvailable: Boolean!
          similar(first: Int, after: String): ProductConnection!
        }

        type ProductConnection {
          nodes: [Product!]!
          edges: [ProductEdge!]!
          pageInfo: PageInfo!
          totalCount: Int!
          facets: [Facet!]!
        }

        type ProductEdge {
          cursor: String!
          node: Product!
        }

        input ProductFilter {
          category: String
          minPriceMinorUnits: Long
          kind: ProductKind
        }

        enum ProductKind {
          DIGITAL
          PHYSICAL
          CREDIT_PACK
        }

        type ProductNotFoundError implements Error {
          message: String!
        }

        enum ProductSort {
          NAME
          PRICE_ASC
        }

        input SignOutInput {
          refreshToken: String!
        }

        type SignOutPayload {
          signedOut: Boolean
        }

        scalar URL

        union UpdateCheckoutError = InvalidQuantityError

        input UpdateCheckoutInput {
          cartId: ID!
          billingAddress: AddressInput
          provider: PaymentProvider!
          returnUrl: URL!
        }

        type UpdateCheckoutPayload {
          cart: Cart
          errors: [UpdateCheckoutError!]
        }

        """";
}
