using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>What every rule knows, and where it puts its errors.</summary>
internal abstract class RuleContext(DocumentNode document, ValidationOptions options)
{
    private readonly List<IError> _errors = [];

    public DocumentNode Document { get; } = document;

    public bool SuggestionsEnabled => options.SuggestionsEnabled;

    public int ErrorsMax => options.ErrorsMax;

    public IReadOnlyList<IError> Errors => _errors;

    /// <summary>True once there are too many errors to go on. Further ones are not kept.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>Every directive that may be applied in the document, by name.</summary>
    public abstract IReadOnlyDictionary<string, DirectiveSignature> Directives { get; }

    /// <summary>Whether a type of this name may be referred to.</summary>
    public abstract bool IsKnownType(string name);

    /// <summary>Names that a reference to a type may have meant.</summary>
    public abstract IEnumerable<string> TypeNames { get; }

    public void Report(string message, params IReadOnlyList<SyntaxNode> nodes) =>
        Report(new Error
        {
            Message = message,
            Code = ErrorCodes.ValidationFailed,
            Locations = [.. nodes.Select(node => node.Location)],
        });

    public void Report(IError error)
    {
        if (IsAborted)
        {
            return;
        }

        if (_errors.Count < options.ErrorsMax)
        {
            _errors.Add(error);
            return;
        }

        IsAborted = true;
        _errors.Add(new Error
        {
            Message = "Too many validation errors, error limit reached. Validation aborted.",
            Code = ErrorCodes.ValidationFailed,
        });
    }

    /// <summary>
    /// " Did you mean ...?" when suggestions are on and some of <paramref name="candidates"/> are close to <paramref name="input"/>.
    /// </summary>
    public string Suggest(string input, IEnumerable<string> candidates) =>
        SuggestionsEnabled ? Suggestions.DidYouMean(Suggestions.Closest(input, candidates)) : "";
}
