using System.Collections.Concurrent;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>A valid document and the plans of those of its operations that have been asked for.</summary>
/// <param name="costs">Of the operations that were measured.</param>
internal sealed class PreparedDocument(
    Schema schema, string text, DocumentNode document, IReadOnlyDictionary<OperationDefinitionNode, long> costs, bool mayBeIncremental = false)
{
    private readonly ConcurrentDictionary<OperationDefinitionNode, OperationPlan> _plans = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, FragmentDefinitionNode> _fragments =
        document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    private readonly OperationDefinitionNode[] _operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];

    public string Text { get; } = text;

    public DocumentNode Document { get; } = document;

    /// <summary>https://spec.graphql.org/September2025/#GetOperation()</summary>
    /// <exception cref="GraphQLException">There is no such operation, or none was named where there are several.</exception>
    public OperationPlan GetPlan(string? operationName)
    {
        var operation = SelectOperation(operationName);
        return _plans.TryGetValue(operation, out var plan) ? plan : AddPlan(operation);
    }

    private OperationDefinitionNode SelectOperation(string? operationName)
    {
        if (operationName is not null)
        {
            return Array.Find(_operations, operation => operation.Name?.Value == operationName)
                ?? throw NotFound($"Unknown operation named \"{operationName}\".");
        }

        return _operations switch
        {
            [var only] => only,
            [] => throw NotFound("Must provide an operation."),
            _ => throw NotFound("Must provide operation name if query contains multiple operations."),
        };
    }

    private OperationPlan AddPlan(OperationDefinitionNode operation) =>
        _plans.GetOrAdd(operation, new OperationPlan(schema, _fragments, operation, costs.GetValueOrDefault(operation), mayBeIncremental));

    private static GraphQLException NotFound(string message) => new(new Error { Message = message, Code = ErrorCodes.OperationNotFound });
}
