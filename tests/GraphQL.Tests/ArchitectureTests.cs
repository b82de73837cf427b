using System.Reflection;
using Webox.Application;
using Webox.Domain;
using Webox.GraphQL.Accounts;
using Webox.GraphQL.Engine.Annotations;
using Webox.Infrastructure;

namespace Webox.GraphQL.Tests;

/// <summary>Who may know whom. See docs/architecture.md.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Money).Assembly;
    private static readonly Assembly Application = typeof(IWeboxDb).Assembly;
    private static readonly Assembly Infrastructure = typeof(InfrastructureRegistration).Assembly;
    private static readonly Assembly Api = typeof(AccountMutations).Assembly;
    private static readonly Assembly Engine = typeof(ErrorAttribute<>).Assembly;

    [Fact]
    public void Domain_knows_only_the_base_class_library() => Assert.All(References(Domain), name => Assert.StartsWith("System", name, StringComparison.Ordinal));

    [Fact]
    public void Application_knows_the_domain_and_no_provider()
    {
        Assert.Equal(["Webox.Domain"], Webox(Application));
        Assert.DoesNotContain(
            References(Application),
            name => name.Contains("Npgsql", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name is "System.Net.Http");
    }

    [Fact]
    public void Infrastructure_knows_the_application_and_no_graphql() => Assert.Equal(["Webox.Application", "Webox.Domain"], Webox(Infrastructure));

    [Fact]
    public void The_engine_knows_nothing_of_webox() => Assert.Empty(Webox(Engine));

    [Fact]
    public void Adapters_are_internal() =>
        Assert.All(Infrastructure.GetExportedTypes(), type => Assert.EndsWith("Registration", type.Name, StringComparison.Ordinal));

    [Fact]
    public void The_api_reaches_infrastructure_in_program_only()
    {
        var source = Path.Combine(RepositoryRoot(), "src", "GraphQL");
        var files = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(source, file).StartsWith("obj", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Webox.Infrastructure", StringComparison.Ordinal));

        Assert.Equal(["Program.cs"], files.Select(Path.GetFileName));
    }

    [Fact]
    public void Program_is_at_most_sixty_lines() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(RepositoryRoot(), "src", "GraphQL", "Program.cs")).Length, 1, 60);

    [Fact]
    public void Use_cases_are_sealed_and_have_one_public_method()
    {
        var useCases = Application.GetExportedTypes().Where(type => type.GetMethod("ExecuteAsync") is not null && !type.IsInterface).ToList();

        Assert.NotEmpty(useCases);
        Assert.All(useCases, type => Assert.True(type.IsSealed, type.Name));
    }

    [Fact]
    public void Every_refusal_of_the_domain_is_declared_by_a_mutation_or_listed_here_with_its_reason()
    {
        string[] notDeclared =
        [
            "ImportRefusedException", // Refuses POST /imports/products, which answers with problem details.

            // No promised error of updateCheckout and startPayment: answered with the codes INVALID_ADDRESS, INVALID_IDEMPOTENCY_KEY and
            // INVALID_RETURN_URL.
            "InvalidAddressException",
            "InvalidAmountException", // No promised error of confirmBankTransfer: answered with the code INVALID_AMOUNT.
            "InvalidIdempotencyKeyException",
            "InvalidReturnUrlException",
            "TooManyUploadsException", // These three refuse POST /uploads, which answers with problem details.
            "UnsupportedCurrencyException", // Nothing a client sends names a currency.
            "UnsupportedUploadException",
            "UploadTooLargeException",
        ];
        var declared = Api.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes())
            .Select(attribute => attribute.GetType())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ErrorAttribute<>))
            .Select(type => type.GetGenericArguments()[0])
            .ToHashSet();

        var missing = Domain.GetTypes().Concat(Application.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(DomainException)) && !type.IsAbstract && !declared.Contains(type));

        Assert.Equal(notDeclared, missing.Select(type => type.Name).Order());
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<string> Webox(Assembly assembly) =>
        References(assembly).Where(name => name.StartsWith("Webox", StringComparison.Ordinal)).Order();

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Webox.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
