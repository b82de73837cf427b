using System.Collections.Frozen;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation.Rules;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>The rules for executable documents, in the order of https://spec.graphql.org/September2025/#sec-Validation, and those of the draft for <see cref="IncrementalDirectives"/>.</summary>
internal static class SpecifiedRules
{
    private static readonly (string Name, Func<ValidationContext, ValidationRule> Create)[] InOrder =
    [
        (nameof(ExecutableDefinitionsRule), context => new ExecutableDefinitionsRule(context)),
        (nameof(KnownOperationTypesRule), context => new KnownOperationTypesRule(context)),
        (nameof(UniqueOperationNamesRule), context => new UniqueOperationNamesRule(context)),
        (nameof(LoneAnonymousOperationRule), context => new LoneAnonymousOperationRule(context)),
        (nameof(SingleFieldSubscriptionsRule), context => new SingleFieldSubscriptionsRule(context)),
        (nameof(FieldsOnCorrectTypeRule), context => new FieldsOnCorrectTypeRule(context)),
        (nameof(OverlappingFieldsCanBeMergedRule), context => new OverlappingFieldsCanBeMergedRule(context)),
        (nameof(ScalarLeafsRule), context => new ScalarLeafsRule(context)),
        (nameof(KnownArgumentNamesRule), context => new KnownArgumentNamesRule(context)),
        (nameof(UniqueArgumentNamesRule), context => new UniqueArgumentNamesRule(context)),
        (nameof(ProvidedRequiredArgumentsRule), context => new ProvidedRequiredArgumentsRule(context)),
        (nameof(UniqueFragmentNamesRule), context => new UniqueFragmentNamesRule(context)),
        (nameof(KnownTypeNamesRule), context => new KnownTypeNamesRule(context)),
        (nameof(FragmentsOnCompositeTypesRule), context => new FragmentsOnCompositeTypesRule(context)),
        (nameof(NoUnusedFragmentsRule), context => new NoUnusedFragmentsRule(context)),
        (nameof(KnownFragmentNamesRule), context => new KnownFragmentNamesRule(context)),
        (nameof(NoFragmentCyclesRule), context => new NoFragmentCyclesRule(context)),
        (nameof(PossibleFragmentSpreadsRule), context => new PossibleFragmentSpreadsRule(context)),
        (nameof(ValuesOfCorrectTypeRule), context => new ValuesOfCorrectTypeRule(context)),
        (nameof(UniqueInputFieldNamesRule), context => new UniqueInputFieldNamesRule(context)),
        (nameof(KnownDirectivesRule), context => new KnownDirectivesRule(context)),
        (nameof(UniqueDirectivesPerLocationRule), context => new UniqueDirectivesPerLocationRule(context)),
        (nameof(DeferStreamDirectiveOnRootFieldRule), context => new DeferStreamDirectiveOnRootFieldRule(context)),
        (nameof(DeferStreamDirectiveOnValidOperationsRule), context => new DeferStreamDirectiveOnValidOperationsRule(context)),
        (nameof(DeferStreamDirectiveLabelRule), context => new DeferStreamDirectiveLabelRule(context)),
        (nameof(StreamDirectiveOnListFieldRule), context => new StreamDirectiveOnListFieldRule(context)),
        (nameof(UniqueVariableNamesRule), context => new UniqueVariableNamesRule(context)),
        (nameof(VariablesAreInputTypesRule), context => new VariablesAreInputTypesRule(context)),
        (nameof(NoUndefinedVariablesRule), context => new NoUndefinedVariablesRule(context)),
        (nameof(NoUnusedVariablesRule), context => new NoUnusedVariablesRule(context)),
        (nameof(VariablesInAllowedPositionRule), context => new VariablesInAllowedPositionRule(context)),
    ];

    public static readonly FrozenSet<string> Names = InOrder.Select(rule => rule.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>New rules for one document.</summary>
    /// <param name="names">Null: all.</param>
    /// <exception cref="ArgumentException">There is no rule of one of the names.</exception>
    public static IReadOnlyList<ValidationRule> Create(ValidationContext context, IReadOnlyCollection<string>? names)
    {
        if (names?.FirstOrDefault(name => !Names.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"There is no rule {unknown}.", nameof(names));
        }

        return [.. InOrder.Where(rule => names is null || names.Contains(rule.Name)).Select(rule => rule.Create(context))];
    }
}
