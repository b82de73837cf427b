using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Domain.Customers;

namespace Webox.TestSupport;

/// <summary>
/// The use cases and everything below them as the product wires them, on a database of its own and a clock that stands still.
/// <code>await using var webox = await TestWebox.OpenAsync(kind);</code>
/// </summary>
public sealed class TestWebox : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private TestWebox(TestDatabase database, ServiceProvider services, ManualClock clock) =>
        (_database, _services, Clock) = (database, services, clock);

    public ManualClock Clock { get; }

    /// <summary>The singletons. Scoped services come from <see cref="RunAsync{TUseCase, T}"/>.</summary>
    public IServiceProvider Services => _services;

    public string ConnectionString => _database.ConnectionString;

    /// <param name="settings">As environment variables would be.</param>
    /// <param name="configure">Replaces a service at the edge, such as a payment gateway.</param>
    public static async Task<TestWebox> OpenAsync(
        DatabaseKind kind, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var clock = new ManualClock();
        var services = TestServices.For(database.ConnectionString, settings, collection =>
        {
            collection.AddSingleton<TimeProvider>(clock);
            collection.AddScoped<TestCustomer>();
            collection.AddScoped<ICurrentCustomer>(provider => provider.GetRequiredService<TestCustomer>());
            configure?.Invoke(collection);
        });
        return new TestWebox(database, services, clock);
    }

    /// <summary>A database session of the test's own, for setting the stage and for looking at the result.</summary>
    public IWeboxDbSession OpenDb() => TestServices.Open(_services);

    /// <summary>Runs a use case as one request of <paramref name="customer"/>, or of a guest.</summary>
    public async Task<T> RunAsync<TUseCase, T>(Customer? customer, Func<TUseCase, Task<T>> run)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<TestCustomer>();
        current.Id = customer?.Id;
        current.Role = customer?.Role ?? Role.Customer;
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <inheritdoc cref="RunAsync{TUseCase, T}"/>
    public Task RunAsync<TUseCase>(Customer? customer, Func<TUseCase, Task> run)
        where TUseCase : notnull =>
        RunAsync<TUseCase, bool>(customer, async useCase =>
        {
            await run(useCase);
            return true;
        });

    /// <summary>Someone with an account.</summary>
    public async Task<Customer> GivenCustomerAsync(string email = "ada@example.com", Role role = Role.Customer)
    {
        var now = Clock.GetUtcNow();
        var customer = new Customer { Id = CustomerId.From(Guid.CreateVersion7(now)), Email = email, Name = "Ada", Role = role, RegisteredAt = now, SearchText = Customer.SearchTextOf("Ada", email) };
        await using var db = OpenDb();
        db.Customers.Add(customer);
        await db.SaveChangesAsync(CancellationToken.None);
        return customer;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
