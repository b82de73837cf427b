using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>
/// The types at one place of a document. Null stands for what the schema does not know; rules then keep silent, because
/// another rule reports it. Set by <see cref="DocumentWalker"/>.
/// </summary>
internal sealed class TypeInfo
{
    /// <summary>The type that the current selection set selects on.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The definition of the current field.</summary>
    public Field? Field { get; set; }

    /// <summary>The definition of the current argument.</summary>
    public InputValue? Argument { get; set; }
}
