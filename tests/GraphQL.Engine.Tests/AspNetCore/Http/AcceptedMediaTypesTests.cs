using Microsoft.Extensions.Primitives;
using Webox.GraphQL.Engine.AspNetCore.Http;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Http;

public sealed class AcceptedMediaTypesTests
{
    private const string Json = "application/json";
    private const string Response = "application/graphql-response+json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/json, */*", Json)]
    [InlineData("application/graphql-response+json", Response)]
    [InlineData("application/graphql-response+json, application/json", Response)]
    [InlineData("application/json, application/graphql-response+json", Response)]
    [InlineData("application/json;q=0.9, application/graphql-response+json;q=0.1", Json)]
    [InlineData("application/json;q=0, */*", Response)]
    [InlineData("application/graphql-response+json, */*;q=0.1", Response)]
    [InlineData("text/html, */*;q=0.8", Json)]
    [InlineData("text/csv", null)]
    [InlineData("text/*", null)]
    [InlineData("application/json;q=0", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("no media type", null)]
    public void A_single_response_has_the_media_type_that_the_client_likes_best(string? accept, string? mediaType)
    {
        var accepted = AcceptedMediaTypes.Negotiate(accept is null ? StringValues.Empty : new StringValues(accept));

        Assert.Equal(new AcceptedMediaTypes(mediaType, EventStream: false, PrefersEventStream: false, Multipart: false), accepted);
    }

    [Theory]
    [InlineData("text/event-stream", null, true)]
    [InlineData("text/event-stream, */*", Json, true)]
    [InlineData("text/event-stream, application/json", Json, false)]
    [InlineData("text/event-stream, application/json;q=0.9", Json, true)]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", Response, false)]
    public void An_event_stream_is_for_those_who_name_it(string accept, string? single, bool isPreferred)
    {
        var accepted = AcceptedMediaTypes.Negotiate(accept);

        Assert.Equal((single, true, isPreferred), (accepted.Single, accepted.EventStream, accepted.PrefersEventStream));
    }

    [Theory]
    [InlineData("multipart/mixed", true)]
    [InlineData("multipart/mixed, application/json", true)]
    [InlineData("multipart/mixed;incrementalSpec=v0.2, application/json;q=0.9", true)]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json", false)]
    [InlineData("multipart/mixed;subscriptionSpec=1.0, application/json", false)]
    [InlineData("multipart/mixed;incrementalSpec=v0.1, application/json", false)]
    [InlineData("multipart/*, application/json", false)]
    [InlineData("*/*", false)]
    [InlineData("multipart/mixed;q=0, */*", false)]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", true)]
    [InlineData("text/event-stream, multipart/mixed;q=0.5, application/json;q=0.1", false)]
    public void Parts_are_for_those_who_name_them_and_read_our_format(string accept, bool takesParts) =>
        Assert.Equal(takesParts, AcceptedMediaTypes.Negotiate(accept).Multipart);
}
