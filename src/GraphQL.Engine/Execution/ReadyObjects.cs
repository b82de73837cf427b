using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>The objects whose fields are to be resolved next, found in the values of fields resolved before.</summary>
internal sealed class ReadyObjects(ExecutionEnvironment environment)
{
    private Queue<ObjectNode>? _queue;

    public bool IsEmpty => _queue is not { Count: > 0 };

    public void Add(ObjectNode node) => (_queue ??= []).Enqueue(node);

    public bool TryTake([NotNullWhen(true)] out ObjectNode? node)
    {
        node = null;
        return _queue?.TryDequeue(out node) == true;
    }

    /// <summary>Queues the objects in a value that have fields to resolve, and goes through lists that are not there yet.</summary>
    /// <returns>What is to stand in the slot of the field.</returns>
    public object? Collect(object? value, ObjectNode parent, FieldPlan field) =>
        field.Selection is { NeedsResolvers: true } || value is IEnumerable and not (string or ICollection)
            ? Collect(value, field.Field.Type, field, ResponsePath.Append(parent.Path, field.ResponseKey))
            : value;

    /// <summary>The same for a list of which only the first items are wanted now.</summary>
    public object? CollectStreamed(object? value, ObjectNode parent, FieldPlan field, int initialCount)
    {
        if (value is null or Exception || !ListValues.TryRead(value, out var items))
        {
            return Collect(value, parent, field);
        }

        return items.Length <= initialCount
            ? Collect(items, parent, field)
            : new StreamedList(Collect(items[..initialCount], parent, field)!, initialCount, items[initialCount..]);
    }

    /// <summary>The same for one item of a list.</summary>
    public object? CollectItem(object? item, GraphType type, FieldPlan field, ResponsePath path) =>
        field.Selection is { NeedsResolvers: true } || item is IEnumerable and not (string or ICollection) ? Collect(item, type, field, path) : item;

    private object? Collect(object? value, GraphType type, FieldPlan field, ResponsePath path)
    {
        if (value is null)
        {
            return null;
        }

        if (value is Exception exception)
        {
            return environment.Errors.Fail(exception, field, path.ToList());
        }

        if (type.Nullable is ListType list)
        {
            return ListValues.TryRead(value, out var items) ? CollectItems(items, list.OfType, field, path) : value;
        }

        return field.Selection is { NeedsResolvers: true } selection ? CollectObject(value, selection, field, path) : value;
    }

    private ResolvedList CollectItems(object?[] items, GraphType itemType, FieldPlan field, ResponsePath path)
    {
        if (field.Selection is not { NeedsResolvers: true })
        {
            return new ResolvedList(items);
        }

        var collected = new object?[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            collected[i] = Collect(items[i], itemType, field, path.Append(i));
        }

        return new ResolvedList(collected);
    }

    private object CollectObject(object value, SelectionPlan selection, FieldPlan field, ResponsePath path)
    {
        try
        {
            var plan = selection.For(environment.AbstractTypes.Resolve(selection.Type, value));
            if (!plan.NeedsResolvers)
            {
                return value;
            }

            var node = new ObjectNode(plan, value, path);
            Add(node);
            return node;
        }
        catch (Exception exception)
        {
            return environment.Errors.Fail(exception, field, path.ToList());
        }
    }
}
