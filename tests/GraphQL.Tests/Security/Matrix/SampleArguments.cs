using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Tests.Security.Matrix;

/// <summary>
/// Arguments for any field, made from the schema: what is required and nothing else; ids are those of the owner's objects, by the names of
/// their arguments.
/// </summary>
/// <param name="text">Instead of every text, which is then given where it is not required, too.</param>
internal sealed class SampleArguments(Estate estate, string? text = null)
{
    private int _made;

    /// <summary>With their parentheses; empty when nothing is required.</summary>
    public string Of(string field, Field definition)
    {
        _made++;
        var given = definition.Arguments.Values
            .Where(argument => IsGiven(argument) || (field, argument.Name) is ("activity", "after"))
            .Select(argument => $"{argument.Name}: {Value(field, argument)}");
        var list = string.Join(", ", given);
        return list.Length == 0 ? "" : $"({list})";
    }

    private string Value(string field, InputValue argument) => argument.Type.Nullable switch
    {
        ListType list => list.OfType.Named is InputObjectType ? "[]" : $"[{Value(field, new InputValue(argument.Name.TrimEnd('s'), new NonNullType(list.OfType.Named)))}]",
        InputObjectType input => $"{{ {string.Join(", ", input.Fields.Values.Where(part => IsGiven(part) || IsNeeded(field, part.Name)).Select(part => $"{part.Name}: {Value(field, part)}"))} }}",
        EnumType choices => argument.DefaultValue?.ToString() ?? choices.Values.Keys.First(),
        ScalarType { Name: "ID" } => Text(IdFor(field, argument.Name)),
        ScalarType { Name: "Boolean" } => "true",
        ScalarType { Name: "Int" or "Long" or "Float" } => argument.Name == "after" ? "0" : "1",
        ScalarType { Name: "URL" } => Text("https://shop.example/back"),
        ScalarType { Name: "DateTime" } => Text("2099-01-02T03:04:05Z"),
        ScalarType => Text(text ?? TextFor(field, argument.Name)),
        var type => throw new InvalidOperationException($"No sample for {field}({argument.Name}: {type})."),
    };

    private bool IsGiven(InputValue value) => value.IsRequired || (text is not null && value.Type.Named is ScalarType { Name: "String" });

    private static bool IsNeeded(string field, string part) => (field, part) is ("updateProfile", "name");

    private string IdFor(string field, string argument) => (field, argument) switch
    {
        ("node", "id") => estate.Ids["Order"],
        ("startPayment" or "cancelOrder", "orderId") => estate.Ids["AwaitingOrder"],
        ("confirmSandboxPayment" or "capturePayment", "paymentId") => estate.Ids["AwaitingPayment"],
        _ => estate.Ids.TryGetValue($"{char.ToUpperInvariant(argument[0])}{argument[1..^2]}", out var id)
            ? id
            : throw new InvalidOperationException($"The owner has nothing for {field}({argument}:): add it to {nameof(Estate)}."),
    };

    private string TextFor(string field, string argument) => (field, argument) switch
    {
        (_, "idempotencyKey") => $"matrix-{_made}",
        (_, "model") => "sandbox/text",
        ("signIn" or "requestPasswordReset", "email") => Estate.Email,
        (_, "email" or "newEmail") => $"new-{_made}@example.com",
        (_, "password" or "currentPassword") => "correct horse battery",
        (_, "slug") => "mug-webox",
        (_, "country") => "FR",
        (_, "newPassword") => "another horse battery",
        _ => $"x{_made}",
    };

    private static string Text(string value) => $"\"{value}\"";
}
