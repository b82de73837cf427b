using System.Collections.Frozen;
using Webox.GraphQL.Engine.Validation.Rules;
using Webox.GraphQL.Engine.Validation.SdlRules;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>The rules for type system documents. Those that hold for all documents are shared with <see cref="SpecifiedRules"/>.</summary>
internal static class SpecifiedSdlRules
{
    private static readonly (string Name, Func<SdlContext, ValidationRule> Create)[] InOrder =
    [
        (nameof(LoneSchemaDefinitionRule), context => new LoneSchemaDefinitionRule(context)),
        (nameof(UniqueOperationTypesRule), context => new UniqueOperationTypesRule(context)),
        (nameof(UniqueTypeNamesRule), context => new UniqueTypeNamesRule(context)),
        (nameof(UniqueEnumValueNamesRule), context => new UniqueEnumValueNamesRule(context)),
        (nameof(UniqueFieldDefinitionNamesRule), context => new UniqueFieldDefinitionNamesRule(context)),
        (nameof(UniqueArgumentDefinitionNamesRule), context => new UniqueArgumentDefinitionNamesRule(context)),
        (nameof(UniqueDirectiveNamesRule), context => new UniqueDirectiveNamesRule(context)),
        (nameof(KnownTypeNamesRule), context => new KnownTypeNamesRule(context)),
        (nameof(KnownDirectivesRule), context => new KnownDirectivesRule(context)),
        (nameof(UniqueDirectivesPerLocationRule), context => new UniqueDirectivesPerLocationRule(context)),
        (nameof(PossibleTypeExtensionsRule), context => new PossibleTypeExtensionsRule(context)),
        (nameof(KnownArgumentNamesOnDirectivesRule), context => new KnownArgumentNamesOnDirectivesRule(context)),
        (nameof(UniqueArgumentNamesRule), context => new UniqueArgumentNamesRule(context)),
        (nameof(UniqueInputFieldNamesRule), context => new UniqueInputFieldNamesRule(context)),
        (nameof(ProvidedRequiredArgumentsOnDirectivesRule), context => new ProvidedRequiredArgumentsOnDirectivesRule(context)),
    ];

    public static readonly FrozenSet<string> Names = InOrder.Select(rule => rule.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc cref="SpecifiedRules.Create"/>
    public static IReadOnlyList<ValidationRule> Create(SdlContext context, IReadOnlyCollection<string>? names)
    {
        if (names?.FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"There is no rule {unknown}.", nameof(names));
        }

        return [.. InOrder.Where(rule => names is null || names.Contains(rule.Name)).Select(rule => rule.Create(context))];
    }
}
