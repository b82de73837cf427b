using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Webox.GraphQL.Tests.Engine;

/// <summary>What a compiled assembly uses of the engine: types by full name, and members behind a colon.</summary>
internal static class EngineUse
{
    private const string Engine = "Webox.GraphQL.Engine";

    public static IReadOnlyCollection<string> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
        {
            if (NameOf(metadata, handle) is { } type)
            {
                used.Add(type);
            }
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            var name = metadata.GetString(member.Name);
            if (TypeOf(metadata, member.Parent) is { } type && name != ".ctor")
            {
                used.Add($"{type}: {name}");
            }
        }

        return used;
    }

    private static string? TypeOf(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => NameOf(metadata, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericTypeOf(metadata, (TypeSpecificationHandle)parent),
        _ => null,
    };

    // ECMA-335 II.23.2.14: GENERICINST, then CLASS or VALUETYPE, then the generic type.
    private static string? GenericTypeOf(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadSignatureTypeCode();
        var type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? NameOf(metadata, (TypeReferenceHandle)type) : null;
    }

    private static string? NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.AssemblyReference
            && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == Engine
                ? $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name).Split('`')[0]}"
                : null;
    }
}
