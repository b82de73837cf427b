using Microsoft.Extensions.DependencyInjection.Extensions;
using Webox.GraphQL.Engine;
using Webox.GraphQL.Engine.Hosting;

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
        builder.Services.AddAuthorization();
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

    private sealed class DelegateErrorFilter(Func<IError, IError> filter) : IErrorFilter
    {
        public IError OnError(IError error) => filter(error);
    }
}
