namespace Webox.Application.Operations;

/// <summary>Webox does not start like this. The reasons are for whoever runs it, and hold no secret.</summary>
public sealed class StartRefusedException(params IReadOnlyList<string> reasons) : Exception(string.Join(Environment.NewLine, reasons))
{
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
