using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>
/// One rule. All rules see the document in a single walk, each node before and some after its parts; what a rule must remember
/// on the way lives in the rule, so a rule object serves one document.
/// </summary>
internal abstract class ValidationRule
{
    public virtual void EnterDocument(DocumentNode document)
    {
    }

    public virtual void LeaveDocument(DocumentNode document)
    {
    }

    public virtual void EnterDefinition(DefinitionNode definition)
    {
    }

    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void EnterFragment(FragmentDefinitionNode fragment)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinitionNode variable)
    {
    }

    public virtual void EnterField(FieldNode field)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread)
    {
    }

    /// <summary>The parent type is that around the fragment.</summary>
    public virtual void EnterInlineFragment(InlineFragmentNode fragment)
    {
    }

    /// <param name="owner">The node that the directives stand on.</param>
    /// <param name="location">A <c>DirectiveLocation</c>: <c>FIELD</c>.</param>
    public virtual void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
    }

    /// <summary>The arguments of one field or directive.</summary>
    public virtual void EnterArguments(IReadOnlyList<ArgumentNode> arguments)
    {
    }

    /// <summary>One argument; its definition, where there is one, is in the type information.</summary>
    public virtual void EnterArgument(ArgumentNode argument)
    {
    }

    public virtual void EnterObjectValue(ObjectValueNode value)
    {
    }

    /// <summary>A reference to a type.</summary>
    public virtual void EnterNamedType(NamedTypeNode type)
    {
    }
}
