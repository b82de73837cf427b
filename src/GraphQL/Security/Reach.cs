namespace Webox.GraphQL.Security;

/// <summary>Who comes to objects of a type. Whoever came to an object may read its fields, save those that say otherwise themselves.</summary>
internal enum Reach
{
    /// <summary>The shop window.</summary>
    Everyone,

    /// <summary>Only whose it is; a guest's by its token.</summary>
    Owner,

    /// <summary>Whose it is, and the staff whose work it is.</summary>
    OwnerAndStaff,

    /// <summary>Staff whose work it is.</summary>
    Staff,

    /// <summary>It has no way of its own: it is part of what holds it.</summary>
    Part,
}
