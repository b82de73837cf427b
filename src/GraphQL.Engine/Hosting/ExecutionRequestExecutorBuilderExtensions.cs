using Microsoft.Extensions.DependencyInjection.Extensions;
using Webox.GraphQL.Engine;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Execution.Documents;
using Webox.GraphQL.Engine.Execution.Incremental;
using Webox.GraphQL.Engine.Hosting;
using Webox.GraphQL.Engine.Subscriptions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says how requests are executed.</summary>
public static class ExecutionRequestExecutorBuilderExtensions
{
    /// <summary>Registers a DataLoader: one instance a request, for every resolver that names it as a parameter.</summary>
    public static IRequestExecutorBuilder AddDataLoader<T>(this IRequestExecutorBuilder builder)
        where T : class
    {
        builder.Services.TryAddScoped<T>();
        return builder;
    }

    /// <summary>Allows <c>[Authorize]</c> with policies of ASP.NET Core.</summary>
    public static IRequestExecutorBuilder AddAuthorization(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddAuthorizationCore();
        return builder;
    }

    /// <summary>Adds a filter that sees every error before it is sent.</summary>
    public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder)
        where T : class, IErrorFilter
    {
        builder.Services.AddSingleton<IErrorFilter, T>();
        return builder;
    }

    /// <inheritdoc cref="AddErrorFilter{T}"/>
    public static IRequestExecutorBuilder AddErrorFilter(this IRequestExecutorBuilder builder, Func<IError, IError> filter)
    {
        builder.Services.AddSingleton<IErrorFilter>(new DelegateErrorFilter(filter));
        return builder;
    }

    /// <summary>Registers <see cref="ITopicEventSender"/> and <see cref="ITopicEventReceiver"/> for topics inside this process.</summary>
    /// <param name="options">Null: the defaults.</param>
    public static IRequestExecutorBuilder AddInMemorySubscriptions(this IRequestExecutorBuilder builder, SubscriptionOptions? options = null)
    {
        builder.Services.TryAddSingleton(new InMemoryTopics(options ?? new SubscriptionOptions()));
        builder.Services.TryAddSingleton<ITopicEventSender>(services => services.GetRequiredService<InMemoryTopics>());
        builder.Services.TryAddSingleton<ITopicEventReceiver>(services => services.GetRequiredService<InMemoryTopics>());
        return builder;
    }

    /// <summary>Keeps documents that clients have sent with their ids in the memory of this process.</summary>
    public static IRequestExecutorBuilder AddInMemoryOperationDocumentStorage(this IRequestExecutorBuilder builder)
    {
        builder.Services.TryAddSingleton<IOperationDocumentStorage>(new InMemoryOperationDocumentStorage());
        return builder;
    }

    /// <summary>
    /// Takes the documents of the application's own clients from a file, a JSON object with a text for each id, or from a folder of files
    /// <c>id.graphql</c>. Read at once.
    /// </summary>
    /// <exception cref="System.Text.Json.JsonException">The file is none of this, or there is no document.</exception>
    /// <exception cref="GraphQLException">A text is no GraphQL.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IRequestExecutorBuilder AddOperationDocumentManifest(this IRequestExecutorBuilder builder, string path)
    {
        builder.Services.TryAddSingleton<IOperationDocumentStorage>(OperationDocumentManifest.Read(path));
        return builder;
    }

    /// <summary>Saves each document that comes with its id, so that the id is enough from then on. Needs a storage.</summary>
    public static IRequestExecutorBuilder UseAutomaticPersistedOperationPipeline(this IRequestExecutorBuilder builder) =>
        builder.ModifyRequestOptions(options => options.PersistedOperations.SavesDocuments = true);

    /// <summary>Executes documents by id, and with <see cref="PersistedOperationOptions.OnlyAllowPersistedDocuments"/> no others. Needs a storage.</summary>
    public static IRequestExecutorBuilder UsePersistedOperationPipeline(this IRequestExecutorBuilder builder) =>
        builder.ModifyRequestOptions(options => options.PersistedOperations.SavesDocuments = false);

    /// <summary>
    /// Adds <c>@defer</c> and <c>@stream</c> to the schema, and delivers responses in parts to clients that can read them.
    /// </summary>
    /// <param name="options">Null: the defaults.</param>
    public static IRequestExecutorBuilder AddIncrementalDelivery(this IRequestExecutorBuilder builder, IncrementalDeliveryOptions? options = null)
    {
        ((RequestExecutorBuilder)builder).Schema.UseIncrementalDelivery();
        return builder.ModifyRequestOptions(request => request.IncrementalDelivery = options ?? new());
    }

    /// <summary>Changes what one request may cost.</summary>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestExecutorOptions> configure)
    {
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>Whether <c>__schema</c> and <c>__type</c> are refused. They are unless this says otherwise.</summary>
    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true) =>
        builder.ModifyRequestOptions(options => options.Limits = options.Limits with { IntrospectionEnabled = !disable });
}
