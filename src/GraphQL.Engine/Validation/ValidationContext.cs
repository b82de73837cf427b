using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>What the rules for executable documents know.</summary>
internal sealed class ValidationContext : RuleContext
{
    private readonly Dictionary<string, DirectiveSignature> _directives;
    private readonly HashSet<string> _definedTypes;

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
        : base(document, options)
    {
        Schema = schema;
        Fragments = new FragmentIndex(document);
        Usages = new VariableUsages(Fragments);
        _directives = DirectiveSignature.Collect(schema, document);
        var definitions = document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension);
        _definedTypes = [.. definitions.Select(type => type.Name.Value)];
    }

    public Schema Schema { get; }

    public FragmentIndex Fragments { get; }

    /// <summary>Complete once the document was walked: for use in <see cref="ValidationRule.LeaveDocument"/>.</summary>
    public VariableUsages Usages { get; }

    /// <summary>The types around the node that is being visited.</summary>
    public TypeInfo Types { get; } = new();

    public override IReadOnlyDictionary<string, DirectiveSignature> Directives => _directives;

    public override IEnumerable<string> TypeNames => Schema.Types.Select(type => type.Name);

    public override bool IsKnownType(string name) => Schema.FindType(name) is not null || _definedTypes.Contains(name);
}
