using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Hosting;

/// <param name="Schema">Collects what the schema is made of until the host starts.</param>
internal sealed record RequestExecutorBuilder(string Name, IServiceCollection Services, AnnotatedSchemaBuilder Schema) : IRequestExecutorBuilder;
