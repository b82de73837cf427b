namespace Webox.GraphQL.Engine.Language;

public abstract record ValueNode(Location Location) : SyntaxNode(Location);

/// <summary><c>$name</c></summary>
public sealed record VariableNode(NameNode Name, Location Location) : ValueNode(Location);

/// <param name="Value">The digits as written, with their sign; of any length.</param>
public sealed record IntValueNode(string Value, Location Location) : ValueNode(Location);

/// <param name="Value">The number as written.</param>
public sealed record FloatValueNode(string Value, Location Location) : ValueNode(Location);

/// <param name="Value">The text meant: escapes resolved, and the indentation of a block string removed.</param>
/// <param name="Block">True when it was written as <c>"""block"""</c>.</param>
public sealed record StringValueNode(string Value, bool Block, Location Location) : ValueNode(Location);

public sealed record BooleanValueNode(bool Value, Location Location) : ValueNode(Location);

public sealed record NullValueNode(Location Location) : ValueNode(Location);

public sealed record EnumValueNode(string Value, Location Location) : ValueNode(Location);

public sealed record ListValueNode(IReadOnlyList<ValueNode> Values, Location Location) : ValueNode(Location);

public sealed record ObjectValueNode(IReadOnlyList<ObjectFieldNode> Fields, Location Location) : ValueNode(Location);

public sealed record ObjectFieldNode(NameNode Name, ValueNode Value, Location Location) : SyntaxNode(Location);
