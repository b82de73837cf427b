namespace Webox.Domain.Generations;

/// <summary>What a model makes.</summary>
public enum GenerationKind
{
    Text,
    Image,
    Video,
    Audio,
}
