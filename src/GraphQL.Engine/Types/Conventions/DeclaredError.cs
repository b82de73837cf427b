namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>An exception that is a value: the executor takes a bare one for the failure of a field.</summary>
internal sealed record DeclaredError(Exception Exception)
{
    public static object Unwrap(object value) => value is DeclaredError declared ? declared.Exception : value;
}
