using System.Linq.Expressions;
using System.Reflection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>
/// <c>doThing(input: DoThingInput!): DoThingPayload!</c>: all arguments in one input object, and a payload with the result and the errors
/// that were declared. https://chillicream.com/docs/hotchocolate/v15/defining-a-schema/mutations#conventions
/// </summary>
internal sealed class MutationConvention(SchemaContext context)
{
    private readonly MutationPayloads _payloads = new(context);

    public Field Field(MethodInfo method)
    {
        var attributes = Attributes.Of(method);
        var options = attributes.Find<UseMutationConventionAttribute>();
        var name = SchemaNames.OfField(method, attributes);
        var names = new Names(name, options);
        var declared = attributes.TypeArguments(typeof(ErrorAttribute<>)).ToList();
        var errors = declared.Count == 0 ? null : new MutationErrors(declared);
        var union = declared.Count == 0 ? null : context.MutationErrorTypes.Get(names.Errors, declared);
        var result = context.Mapper.Output(context.Mapper.Nullability(method.ReturnParameter), attributes, IdConvention.IsId(attributes));
        var payload = _payloads.Get(names.Payload, options?.PayloadFieldName, name, result, union);
        var field = FieldFactory.New(name, new NonNullType(payload), attributes, context.Descriptions.Of(method));

        var resolver = Resolver(method, field, names.Input);
        if (IdConvention.IsId(attributes))
        {
            resolver = resolver.Select(context.Ids.Encoder(
                NetTypes.AwaitedType(method.ReturnType) ?? method.ReturnType, IdConvention.TypeName(attributes) ?? payload.Name));
        }

        field.Resolver = AuthorizationRules.Apply(AuthorizationRules.Of(method, attributes), Catch(resolver, errors));
        return field;
    }

    public bool AppliesTo(MethodInfo method) => context.Settings.MutationConventions switch
    {
        null => false,
        true => true,
        false => method.IsDefined(typeof(UseMutationConventionAttribute)),
    };

    private FieldResolver Resolver(MethodInfo method, Field field, string inputName)
    {
        IReadOnlyList<BoundParameter> parameters = [.. method.GetParameters().Select(context.Parameters.Bind)];
        var arguments = parameters.Select(parameter => parameter.Argument).OfType<InputValue>().ToList();
        if (arguments.Count == 0)
        {
            return ResolverCompiler.Compile(method, parameters);
        }

        if (arguments is [{ Type.Named: InputObjectType own }] && own.Name == inputName)
        {
            parameters = [.. parameters.Select(parameter => parameter.Argument is null
                ? parameter
                : context.Parameters.BindArgument(parameter.Parameter, "input"))];
            var whole = parameters.First(parameter => parameter.Argument is not null).Argument!;
            whole.Type = new NonNullType(own);
            field.Arguments.Add("input", whole);
            return ResolverCompiler.Compile(method, parameters);
        }

        var input = context.Registry.Add(new InputObjectType(inputName));
        foreach (var argument in arguments)
        {
            input.Fields.Add(argument.Name, argument);
        }

        field.Arguments.Add("input", new InputValue("input", new NonNullType(input)));
        return ResolverCompiler.Compile(method, parameters, execution => Expression.Call(typeof(MutationConvention), nameof(InputFields), null, execution));
    }

    private static IReadOnlyDictionary<string, object?> InputFields(ResolverContext execution) =>
        (IReadOnlyDictionary<string, object?>)execution.Arguments["input"]!;

    private static FieldResolver Catch(FieldResolver resolver, MutationErrors? errors) => async execution =>
    {
        IReadOnlyList<object>? found = null;
        try
        {
            return new MutationResult(await resolver(execution));
        }
        catch (Exception exception) when ((found = errors?.Find(exception)) is not null)
        {
            return new MutationResult(Value: null, found);
        }
    };

    private sealed class Names(string field, UseMutationConventionAttribute? options)
    {
        public string Input { get; } = options?.InputTypeName ?? $"{SchemaNames.ToPascalCase(field)}Input";

        public string Payload { get; } = options?.PayloadTypeName ?? $"{SchemaNames.ToPascalCase(field)}Payload";

        public string Errors { get; } = options?.PayloadErrorTypeName ?? $"{SchemaNames.ToPascalCase(field)}Error";
    }
}
