using Webox.GraphQL.Catalog;
using Webox.GraphQL.Security;

namespace Webox.GraphQL;

internal static class GraphQLRegistration
{
    /// <summary>The GraphQL server: what its schema is made of and how it answers. Introspection is on in Development only.</summary>
    public static void AddWeboxGraphQL(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<ProductListing>()
        .AddGraphQLServer()
        .AddTypes()
        .AddMutationConventions()
        .AddGlobalObjectIdentification()
        .AddAuthorization()
        .AddScalars()
        .AddUnions()
        .AddErrorFilter<UnexpectedErrors>()
        .AddSocketSessionInterceptor<SocketAuthentication>()
        .ConfigureTransports(builder.Configuration, builder.Environment)
        .ConfigureRequests(builder.Configuration, builder.Environment)
        .DisableIntrospection(!builder.Environment.IsDevelopment());
}
