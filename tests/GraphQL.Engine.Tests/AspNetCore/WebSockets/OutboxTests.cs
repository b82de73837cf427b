using Webox.GraphQL.Engine.AspNetCore.WebSockets;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.WebSockets;

public sealed class OutboxTests
{
    [Fact]
    public async Task Messages_are_taken_in_order()
    {
        var outbox = new Outbox(messagesMax: 4, bytesMax: 100);
        await outbox.AddAsync(Message(1), default);
        await outbox.AddAsync(Message(2), default);

        Assert.Equal(1, (await outbox.TakeAsync())!.Text.Length);
        Assert.Equal(2, (await outbox.TakeAsync())!.Text.Length);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(10, 7)]
    public async Task Whoever_adds_too_much_waits_until_there_is_room(int messagesMax, int bytesMax)
    {
        var outbox = new Outbox(messagesMax, bytesMax);
        Assert.True(await outbox.AddAsync(Message(4), default));

        var adding = outbox.AddAsync(Message(5), default).AsTask();
        Assert.False(adding.IsCompleted);
        Assert.Equal(4, (await outbox.TakeAsync())!.Text.Length);

        Assert.True(await adding);
        Assert.Equal(5, (await outbox.TakeAsync())!.Text.Length);
    }

    [Fact]
    public async Task A_message_over_the_limit_of_bytes_goes_alone()
    {
        var outbox = new Outbox(messagesMax: 4, bytesMax: 10);

        Assert.True(await outbox.AddAsync(Message(11), default));
        Assert.Equal(11, (await outbox.TakeAsync())!.Text.Length);
    }

    [Fact]
    public async Task What_was_added_before_the_close_is_still_taken_and_nothing_after()
    {
        var outbox = new Outbox(messagesMax: 1, bytesMax: 100);
        await outbox.AddAsync(Message(1), default);
        var waiting = outbox.AddAsync(Message(2), default).AsTask();

        outbox.Close(4400, "first");
        outbox.Close(1001, "second");

        Assert.False(await waiting);
        Assert.False(await outbox.AddAsync(Message(3), default));
        Assert.Equal(1, (await outbox.TakeAsync())!.Text.Length);
        Assert.Null(await outbox.TakeAsync());
        Assert.Equal((4400, "first"), outbox.Closing);
    }

    [Fact]
    public async Task Waiting_for_room_can_be_given_up()
    {
        var outbox = new Outbox(messagesMax: 1, bytesMax: 100);
        await outbox.AddAsync(Message(1), default);
        using var given = new CancellationTokenSource();
        var waiting = outbox.AddAsync(Message(2), given.Token).AsTask();

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        outbox.Close(1000, "");
        Assert.Equal(1, (await outbox.TakeAsync())!.Text.Length);
        Assert.Null(await outbox.TakeAsync());
    }

    private static OutboundMessage Message(int bytes) => new(new byte[bytes]);
}
