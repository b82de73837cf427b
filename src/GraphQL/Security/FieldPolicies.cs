using System.Reflection;
using Webox.Application.Operations;

namespace Webox.GraphQL.Security;

/// <summary>
/// Nothing is open because somebody forgot to close it: a field of a root type says <c>[Authorize]</c> or <c>[AllowAnonymous]</c>, and a
/// field of an object has the policy of its type.
/// </summary>
internal static class FieldPolicies
{
    /// <exception cref="StartRefusedException">Something has no policy; it names everything that has none.</exception>
    public static async Task CheckAsync(IServiceProvider services)
    {
        List<string> undecided =
        [
            .. RootFieldsWithoutPolicy(typeof(FieldPolicies).Assembly.GetTypes()).Select(field => $"{field} says neither [Authorize] nor [AllowAnonymous]."),
            .. TypesWithoutPolicy(await GraphQLServer.ObjectTypesAsync(services)).Select(type => $"The type {type} has no policy in {nameof(TypePolicies)}."),
        ];
        if (undecided.Count > 0)
        {
            throw new StartRefusedException(undecided);
        }
    }

    /// <param name="classes">Those that are no root types are passed over.</param>
    /// <returns>Class and method.</returns>
    internal static IEnumerable<string> RootFieldsWithoutPolicy(IEnumerable<Type> classes) => classes
        .Where(IsRoot)
        .Where(type => !Decides(type))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => !Decides(method))
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

    /// <param name="types">Names of object types.</param>
    internal static IEnumerable<string> TypesWithoutPolicy(IEnumerable<string> types) => types
        .Where(type => type is not ("Query" or "Mutation" or "Subscription") && !type.StartsWith("__", StringComparison.Ordinal))
        .Where(type => TypePolicies.Find(type) is null);

    private static bool IsRoot(Type type) =>
        type.IsDefined(typeof(QueryTypeAttribute)) || type.IsDefined(typeof(MutationTypeAttribute)) || type.IsDefined(typeof(SubscriptionTypeAttribute));

    private static bool Decides(MemberInfo member) => member.IsDefined(typeof(AuthorizeAttribute)) || member.IsDefined(typeof(AllowAnonymousAttribute));
}
