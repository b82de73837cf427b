using System.Collections;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>What counts as a list, and its items.</summary>
internal static class ListValues
{
    public static bool TryRead(object value, out object?[] items)
    {
        switch (value)
        {
            case object?[] array:
                items = array;
                return true;
            case string or IDictionary or not IEnumerable:
                items = [];
                return false;
            case ICollection collection:
                items = new object?[collection.Count];
                var index = 0;
                foreach (var item in collection)
                {
                    items[index++] = item;
                }

                return true;
            default:
                items = [.. ((IEnumerable)value).Cast<object?>()];
                return true;
        }
    }
}
