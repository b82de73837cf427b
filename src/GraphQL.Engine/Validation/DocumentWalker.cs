using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>
/// Walks an executable document once and shows every node to every rule. Fragments are walked where they are defined, not where
/// they are spread, so the walk is linear and its recursion is bounded by the nesting that the parser allows.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    private readonly TypeInfo _types = context.Types;
    private ExecutableDefinitionNode? _definition;

    public void Walk()
    {
        ForEachRule(rule => rule.EnterDocument(context.Document));
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsAborted)
            {
                return;
            }

            ForEachRule(rule => rule.EnterDefinition(definition));
            switch (definition)
            {
                case OperationDefinitionNode operation:
                    Visit(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    Visit(fragment);
                    break;
            }
        }

        ForEachRule(rule => rule.LeaveDocument(context.Document));
    }

    private void Visit(OperationDefinitionNode operation)
    {
        _definition = operation;
        ForEachRule(rule => rule.EnterOperation(operation));
        foreach (var variable in operation.VariableDefinitions)
        {
            Visit(variable);
        }

        Visit(operation, operation.Directives, DirectiveLocationOf.Operation(operation.Operation));
        Visit(operation.SelectionSet, RootTypes.Find(context.Schema, operation.Operation));
    }

    private void Visit(FragmentDefinitionNode fragment)
    {
        _definition = fragment;
        ForEachRule(rule => rule.EnterFragment(fragment));
        Visit(fragment.TypeCondition);
        Visit(fragment, fragment.Directives, DirectiveLocations.FragmentDefinition);
        Visit(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value) as CompositeType);
    }

    private void Visit(VariableDefinitionNode variable)
    {
        ForEachRule(rule => rule.EnterVariableDefinition(variable));
        Visit(variable.Type);
        if (variable.DefaultValue is { } value)
        {
            Visit(value, TypeReferences.Resolve(context.Schema, variable.Type), defaultValue: null, parent: null);
        }

        Visit(variable, variable.Directives, DirectiveLocations.VariableDefinition);
    }

    private void Visit(TypeNode type)
    {
        var named = TypeReferences.NamedTypeOf(type);
        ForEachRule(rule => rule.EnterNamedType(named));
    }

    private void Visit(SelectionSetNode selectionSet, CompositeType? type)
    {
        var outer = _types.ParentType;
        _types.ParentType = type;
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsAborted)
            {
                break;
            }

            switch (selection)
            {
                case FieldNode field:
                    Visit(field);
                    break;
                case FragmentSpreadNode spread:
                    ForEachRule(rule => rule.EnterFragmentSpread(spread));
                    Visit(spread, spread.Directives, DirectiveLocations.FragmentSpread);
                    break;
                case InlineFragmentNode fragment:
                    Visit(fragment);
                    break;
            }
        }

        _types.ParentType = outer;
    }

    private void Visit(FieldNode field)
    {
        var outer = _types.Field;
        var definition = FieldLookup.Find(context.Schema, _types.ParentType, field.Name.Value);
        _types.Field = definition;

        ForEachRule(rule => rule.EnterField(field));
        Visit(field.Arguments, definition?.Arguments);
        Visit(field, field.Directives, DirectiveLocations.Field);
        if (field.SelectionSet is { } selectionSet)
        {
            Visit(selectionSet, definition?.Type.Named as CompositeType);
        }

        _types.Field = outer;
    }

    private void Visit(InlineFragmentNode fragment)
    {
        ForEachRule(rule => rule.EnterInlineFragment(fragment));
        var type = _types.ParentType;
        if (fragment.TypeCondition is { } condition)
        {
            Visit(condition);
            type = context.Schema.FindType(condition.Name.Value) as CompositeType;
        }

        Visit(fragment, fragment.Directives, DirectiveLocations.InlineFragment);
        Visit(fragment.SelectionSet, type);
    }

    private void Visit(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count == 0)
        {
            return;
        }

        ForEachRule(rule => rule.EnterDirectives(owner, directives, location));
        foreach (var directive in directives)
        {
            Visit(directive.Arguments, context.Schema.FindDirective(directive.Name.Value)?.Arguments);
        }
    }

    private void Visit(IReadOnlyList<ArgumentNode> arguments, OrderedDictionary<string, InputValue>? definitions)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        ForEachRule(rule => rule.EnterArguments(arguments));
        foreach (var argument in arguments)
        {
            var definition = definitions?.GetValueOrDefault(argument.Name.Value);
            _types.Argument = definition;
            ForEachRule(rule => rule.EnterArgument(argument));
            Visit(argument.Value, definition?.Type, definition?.DefaultValue, parent: null);
            _types.Argument = null;
        }
    }

    private void Visit(ValueNode value, GraphType? type, ValueNode? defaultValue, InputObjectType? parent)
    {
        switch (value)
        {
            case VariableNode variable when _definition is not null:
                context.Usages.Add(_definition, new VariableUsage(variable, type, defaultValue, parent));
                break;
            case ListValueNode list:
                // Within a custom scalar nothing is known of the items, nor of fields below.
                var itemType = (type?.Nullable as ListType)?.OfType;
                foreach (var item in list.Values)
                {
                    Visit(item, itemType, defaultValue: null, parent: null);
                }

                break;
            case ObjectValueNode fields:
                ForEachRule(rule => rule.EnterObjectValue(fields));
                var inputObject = type?.Named as InputObjectType;
                foreach (var field in fields.Fields)
                {
                    var definition = inputObject?.Fields.GetValueOrDefault(field.Name.Value);
                    Visit(field.Value, definition?.Type, definition?.DefaultValue, inputObject);
                }

                break;
        }
    }

    private void ForEachRule(Action<ValidationRule> visit)
    {
        foreach (var rule in rules)
        {
            visit(rule);
        }
    }
}
