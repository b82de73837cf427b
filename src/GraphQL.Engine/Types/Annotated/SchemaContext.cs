using Microsoft.Extensions.DependencyInjection;

namespace Webox.GraphQL.Engine.Types.Annotated;

internal sealed class SchemaContext(SchemaSettings settings, IServiceProviderIsService? services)
{
    public Schema Build() => throw new NotSupportedException($"{settings} {services}");
}
