using System.Linq.Expressions;
using System.Reflection;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>
/// The fields of an input object and how its .NET object is made: by the longest constructor whose parameters all are properties, then
/// by setting the properties that are left. A property that was not given keeps the value its class gives it.
/// </summary>
internal static class InputObjects
{
    public static void Fill(InputObjectType input, Type type, InputTypes inputs)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        var constructor = type.GetConstructors()
            .Where(candidate => candidate.GetParameters().All(parameter => properties.ContainsKey(parameter.Name!)))
            .MaxBy(candidate => candidate.GetParameters().Length);
        if (constructor is null && !type.IsValueType)
        {
            throw new SchemaException("There is no public constructor whose parameters all are properties.");
        }

        var values = Expression.Parameter(typeof(IReadOnlyDictionary<string, object?>), "values");
        var parameters = constructor?.GetParameters() ?? [];
        var arguments = parameters.Select(parameter => ReadParameter(parameter, input, inputs, values)).ToList();
        var made = Expression.Variable(type, "made");
        List<Expression> body = [Expression.Assign(made, constructor is null ? Expression.New(type) : Expression.New(constructor, arguments))];
        body.AddRange(
            from property in properties.Values
            where property.SetMethod is { IsPublic: true } && !parameters.Any(parameter => parameter.Name!.Equals(property.Name, StringComparison.OrdinalIgnoreCase))
            let attributes = Attributes.Of(property)
            where !attributes.Ignored
            select SetProperty(property, attributes, made, input, inputs, values));
        body.Add(Expression.Convert(made, typeof(object)));
        input.CreateInstance = Expression.Lambda<Func<IReadOnlyDictionary<string, object?>, object>>(
            Expression.Block([made], body), type.Name, [values]).Compile();
    }

    private static Expression ReadParameter(ParameterInfo parameter, InputObjectType input, InputTypes inputs, Expression values)
    {
        var attributes = Attributes.Of(parameter);
        var field = Add(input, inputs.Value(parameter, attributes, SchemaNames.OfArgument(parameter, attributes)));
        var convert = inputs.Conversion(parameter.ParameterType, attributes);
        return ArgumentReader.ReadExpression(values, field.Name, parameter.ParameterType, convert, DefaultValues.Of(parameter, attributes));
    }

    private static ConditionalExpression SetProperty(
        PropertyInfo property, Attributes attributes, Expression made, InputObjectType input, InputTypes inputs, Expression values)
    {
        var field = Add(input, inputs.Value(property, attributes));
        var convert = inputs.Conversion(property.PropertyType, attributes);
        return Expression.IfThen(
            Expression.Call(values, nameof(IReadOnlyDictionary<,>.ContainsKey), null, Expression.Constant(field.Name)),
            Expression.Assign(
                Expression.Property(made, property),
                ArgumentReader.ReadExpression(values, field.Name, property.PropertyType, convert, absent: null)));
    }

    private static InputValue Add(InputObjectType input, InputValue field)
    {
        if (!input.Fields.TryAdd(field.Name, field))
        {
            throw new SchemaException($"{input}.{field.Name} is defined twice.");
        }

        return field;
    }
}
