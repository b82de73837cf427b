using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types.Annotated;
using AuthorizeAttribute = Webox.GraphQL.Engine.Annotations.AuthorizeAttribute;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>Lets a resolver run only for those its <see cref="AuthorizeAttribute"/>s allow. All of them must be satisfied.</summary>
internal static class AuthorizationRules
{
    /// <summary>The rules of a member: its own and those of its class.</summary>
    public static IReadOnlyList<AuthorizeAttribute> Of(MemberInfo member, Attributes attributes) => attributes.Has<Annotations.AllowAnonymousAttribute>()
        ? []
        : [.. Attributes.Of(member.DeclaringType!).All<AuthorizeAttribute>(), .. attributes.All<AuthorizeAttribute>()];

    public static FieldResolver Apply(IReadOnlyList<AuthorizeAttribute> rules, FieldResolver resolver)
    {
        return rules.Count == 0 ? resolver : ResolveAsync;

        async ValueTask<object?> ResolveAsync(ResolverContext context)
        {
            await CheckAsync(rules, context);
            return await resolver(context);
        }
    }

    public static SourceStreamResolver Apply(IReadOnlyList<AuthorizeAttribute> rules, SourceStreamResolver subscriber)
    {
        return rules.Count == 0 ? subscriber : SubscribeAsync;

        async ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(ResolverContext context)
        {
            await CheckAsync(rules, context);
            return await subscriber(context);
        }
    }

    private static async ValueTask CheckAsync(IReadOnlyList<AuthorizeAttribute> rules, ResolverContext context)
    {
        var user = ResolverValues.User(context);
        if (user.Identity is not { IsAuthenticated: true })
        {
            throw Refusal("You must be signed in to do this.", ErrorCodes.Unauthenticated);
        }

        foreach (var rule in rules)
        {
            if (!await IsAllowedAsync(rule, user, context))
            {
                throw Refusal("You are not allowed to do this.", ErrorCodes.Forbidden);
            }
        }
    }

    private static async ValueTask<bool> IsAllowedAsync(AuthorizeAttribute rule, ClaimsPrincipal user, ResolverContext context)
    {
        if (rule.Roles is { Length: > 0 } roles && !roles.Any(user.IsInRole))
        {
            return false;
        }

        return rule.Policy is not { } policy
            || (await context.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, context, policy)).Succeeded;
    }

    private static GraphQLException Refusal(string message, string code) => new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
