using Microsoft.Extensions.DependencyInjection.Extensions;
using Webox.GraphQL.Engine.AspNetCore;
using Webox.GraphQL.Engine.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says how requests come.</summary>
public static class TransportRequestExecutorBuilderExtensions
{
    /// <summary>Changes what the transports accept. Checked when the endpoint is mapped.</summary>
    public static IRequestExecutorBuilder ModifyServerOptions(this IRequestExecutorBuilder builder, Action<GraphQLServerOptions> configure)
    {
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>Puts <typeparamref name="T"/> in the place of <see cref="DefaultHttpRequestInterceptor"/>. A singleton.</summary>
    public static IRequestExecutorBuilder AddHttpRequestInterceptor<T>(this IRequestExecutorBuilder builder)
        where T : class, IHttpRequestInterceptor
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IHttpRequestInterceptor, T>());
        return builder;
    }

    /// <summary>Puts <typeparamref name="T"/> in the place of <see cref="DefaultSocketSessionInterceptor"/>. A singleton.</summary>
    public static IRequestExecutorBuilder AddSocketSessionInterceptor<T>(this IRequestExecutorBuilder builder)
        where T : class, ISocketSessionInterceptor
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<ISocketSessionInterceptor, T>());
        return builder;
    }
}
