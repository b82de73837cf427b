using Webox.GraphQL.Engine.Execution.Results;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>Reads a member of an object and writes it in one go, with no object made of it in between.</summary>
/// <returns>False when the value cannot be written this way, null for one; nothing is written then.</returns>
internal delegate bool LeafMemberWriter(object parent, JsonBuffer buffer);
