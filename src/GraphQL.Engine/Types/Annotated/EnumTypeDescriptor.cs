namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Names an enum and its values where the conventions name them otherwise.</summary>
public interface IEnumTypeDescriptor<TEnum>
    where TEnum : struct, Enum
{
    IEnumTypeDescriptor<TEnum> Name(string name);

    IEnumTypeDescriptor<TEnum> Description(string? description);

    /// <summary>The value that <paramref name="value"/> stands for.</summary>
    IEnumValueDescriptor Value(TEnum value);
}

/// <summary>Names one value of an enum.</summary>
public interface IEnumValueDescriptor
{
    IEnumValueDescriptor Name(string name);

    IEnumValueDescriptor Description(string? description);
}

/// <summary>What was said about an enum, without its type.</summary>
internal interface IEnumSettings
{
    string? TypeName { get; }

    string? TypeDescription { get; }

    EnumValueDescriptor? Find(object value);
}

internal sealed class EnumTypeDescriptor<TEnum> : IEnumTypeDescriptor<TEnum>, IEnumSettings
    where TEnum : struct, Enum
{
    private readonly Dictionary<object, EnumValueDescriptor> _values = [];

    public string? TypeName { get; private set; }

    public string? TypeDescription { get; private set; }

    public IEnumTypeDescriptor<TEnum> Name(string name)
    {
        TypeName = name;
        return this;
    }

    public IEnumTypeDescriptor<TEnum> Description(string? description)
    {
        TypeDescription = description;
        return this;
    }

    public IEnumValueDescriptor Value(TEnum value)
    {
        if (!_values.TryGetValue(value, out var descriptor))
        {
            _values[value] = descriptor = new EnumValueDescriptor();
        }

        return descriptor;
    }

    public EnumValueDescriptor? Find(object value) => _values.GetValueOrDefault(value);
}

internal sealed class EnumValueDescriptor : IEnumValueDescriptor
{
    public string? ValueName { get; private set; }

    public string? ValueDescription { get; private set; }

    public IEnumValueDescriptor Name(string name)
    {
        ValueName = name;
        return this;
    }

    public IEnumValueDescriptor Description(string? description)
    {
        ValueDescription = description;
        return this;
    }
}
