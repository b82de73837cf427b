using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types.Conventions;
using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>What compiled resolvers call to get the values of their parameters.</summary>
internal static class ResolverValues
{
    /// <summary>The object itself, out of what conventions put around it.</summary>
    public static T Parent<T>(ResolverContext context) => (T)(context.Parent switch
    {
        MutationResult result => result.Value,
        DeclaredError error => error.Exception,
        var parent => parent,
    })!;

    public static T EventMessage<T>(ResolverContext context) => (T)context.EventMessage!;

    public static T GlobalState<T>(ResolverContext context, string key) =>
        context.GlobalState.TryGetValue(key, out var value) && value is T typed ? typed : default!;

    /// <summary>Who is asking; a principal without identity when nobody is known.</summary>
    public static ClaimsPrincipal User(ResolverContext context) =>
        GlobalState<ClaimsPrincipal?>(context, GlobalStateKeys.User) ?? new ClaimsPrincipal();

    public static PagingArguments Paging(ResolverContext context) => PagingRules.Read(context.Arguments, context.Field.Paging ?? new PagingSettings());

    public static T DataLoader<T>(ResolverContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    public static T Service<T>(ResolverContext context)
        where T : notnull => context.Services.GetRequiredService<T>();
}
