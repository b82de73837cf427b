using System.Runtime.CompilerServices;

namespace Webox.GraphQL.Engine.Language;

/// <summary>A part of a parsed GraphQL document. Two nodes are equal only when they are the same object.</summary>
/// <param name="Location">Where its first token stands.</param>
public abstract record SyntaxNode(Location Location)
{
    public virtual bool Equals(SyntaxNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A name: <c>/[_A-Za-z][_0-9A-Za-z]*/</c>.</summary>
public sealed record NameNode(string Value, Location Location) : SyntaxNode(Location);
