using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Tests.Types.Annotated.Shop;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

internal static class ShopServer
{
    public static GraphQLServer Start() => GraphQLServer.With(
        builder =>
        {
            builder.Services.AddSingleton<Store>();
            builder
                .AddType(new ScalarType("CurrencyCode"))
                .AddEnumType<PaymentProvider>(provider => provider.Value(PaymentProvider.PayPal).Name("PAYPAL"))
                .AddDataLoader<ProductByIdDataLoader>()
                .AddMutationConventions()
                .AddGlobalObjectIdentification();
        },
        typeof(ShopQueries),
        typeof(ShopMutations),
        typeof(ProductType),
        typeof(ProductConnectionType),
        typeof(MoneyType),
        typeof(CartType),
        typeof(CartLineType),
        typeof(OutOfStockErrorType));
}
