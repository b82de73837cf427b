using System.ComponentModel.DataAnnotations;
using Webox.GraphQL.Engine.Execution.Costs;

namespace Webox.GraphQL.Engine.Tests.Execution.Costs;

public class CostBudgetTests
{
    private static readonly CostClient Ada = new("user ada", IsSignedIn: true);
    private static readonly CostClient Bob = new("user bob", IsSignedIn: true);
    private static readonly CostClient Stranger = new("address 192.0.2.1", IsSignedIn: false);

    private readonly Clock _clock = new();

    [Fact]
    public void Each_client_spends_points_of_its_own()
    {
        var budget = Budget();

        Assert.Equal(new CostReport(100, 500, 600), budget.Spend(Ada, 100));
        Assert.Equal(new CostReport(50, 450, 600), budget.Spend(Ada, 50));
        Assert.Equal(new CostReport(100, 500, 600), budget.Spend(Bob, 100));
        Assert.Equal(new CostReport(60, 0, 60), budget.Spend(Stranger, 60));
    }

    [Fact]
    public void Who_has_too_little_left_is_refused_and_keeps_it()
    {
        var budget = Budget();
        budget.Spend(Ada, 590);

        var error = Assert.Single(Assert.Throws<GraphQLException>(() => budget.Spend(Ada, 20)).Errors);

        Assert.Equal(ErrorCodes.CostBudgetExhausted, error.Code);
        Assert.Equal("The operation costs 20 of the 10 points left; there are 600 a minute.", error.Message);
        Assert.Equal(1L, error.Extensions!["retryAfterSeconds"]);
        Assert.Equal(0, budget.Spend(Ada, 10).Remaining);
    }

    [Fact]
    public void Points_come_back_evenly_and_no_more_than_a_minutes_worth()
    {
        var budget = Budget();
        budget.Spend(Ada, 600);
        for (var i = 0; i < 10; i++)
        {
            // A tenth of a point each time: no fraction is lost.
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            Assert.Equal(i == 9 ? 1 : 0, budget.Spend(Ada, 0).Remaining);
        }

        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(301, budget.Spend(Ada, 0).Remaining);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(600, budget.Spend(Ada, 0).Remaining);
    }

    [Fact]
    public void What_costs_more_than_a_whole_budget_is_refused_without_an_end_of_waiting() =>
        Assert.Equal(
            ErrorCodes.CostBudgetExhausted,
            Assert.Single(Assert.Throws<GraphQLException>(() => Budget().Spend(Stranger, long.MaxValue)).Errors).Code);

    [Fact]
    public void Clients_beyond_the_number_remembered_push_out_those_who_have_everything_back()
    {
        var budget = new CostBudget(new CostBudgetOptions { UserPointsPerMinute = 600, ClientsMax = 2 }, _clock);
        budget.Spend(Ada, 600);
        _clock.Advance(TimeSpan.FromSeconds(40));
        budget.Spend(Bob, 600);
        _clock.Advance(TimeSpan.FromSeconds(20));
        budget.Spend(new("user eve", IsSignedIn: true), 600);

        Assert.Equal(200, budget.Spend(Bob, 0).Remaining);
    }

    [Fact]
    public void A_budget_of_nothing_is_no_setting() =>
        Assert.Throws<ValidationException>(() => new CostBudget(new CostBudgetOptions { AnonymousPointsPerMinute = 0 }, _clock));

    private CostBudget Budget() => new(new CostBudgetOptions { UserPointsPerMinute = 600, AnonymousPointsPerMinute = 60 }, _clock);

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan by) => _now += by;
    }
}
