using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.OpenAi;

/// <summary>
/// What the families of image models take. GPT's always answer with the image itself and refuse to be told so; DALL·E's have to be
/// told. https://platform.openai.com/docs/api-reference/images/create
/// </summary>
internal static class ImagesMapping
{
    private const string Itself = "b64_json";

    /// <summary>How many one call may ask for.</summary>
    public static int CountMax(string model) => model == "dall-e-3" ? 1 : 10;

    public static ImagesRequest ToImages(this ImageRequest request, int count) => request.Model switch
    {
        "dall-e-2" => new(request.Model, request.Prompt, count, request.Size, Quality: null, Itself),
        "dall-e-3" => new(request.Model, request.Prompt, count, request.Size, request.Quality, Itself),
        _ => new(request.Model, request.Prompt, count, request.Size, request.Quality, ResponseFormat: null),
    };
}
