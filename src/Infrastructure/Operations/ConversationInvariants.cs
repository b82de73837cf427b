using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Operations;

/// <summary>What must be true of conversations at every commit, whatever crashed.</summary>
internal static class ConversationInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("C1", "A message, its conversation and the generation that writes it are one customer's.",
            """
            SELECT CAST(m.id AS text) FROM messages m
            JOIN conversations c ON c.id = m.conversation_id
            LEFT JOIN generations g ON g.id = m.generation_id
            WHERE m.customer_id <> c.customer_id OR g.customer_id <> m.customer_id
            """),
        new("C2", "The messages of a conversation are numbered from 1 without a gap.",
            """
            SELECT CAST(conversation_id AS text) FROM messages
            GROUP BY conversation_id HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(*)
            """),
        new("C3", "An answer stands behind the message it answers, in the same conversation; every message of a customer has one to four.",
            """
            SELECT CAST(a.id AS text) FROM messages a JOIN messages m ON m.id = a.reply_to_id
            WHERE m.conversation_id <> a.conversation_id OR m.number >= a.number OR m.role <> 'User'
            UNION ALL
            SELECT CAST(m.id AS text) FROM messages m
            WHERE m.role = 'User' AND (SELECT COUNT(*) FROM messages a WHERE a.reply_to_id = m.id) NOT BETWEEN 1 AND 4
            """),
    ];

    public static IServiceCollection AddConversationInvariants(this IServiceCollection services)
    {
        foreach (var invariant in All)
        {
            services.AddSingleton(invariant);
        }

        return services;
    }
}
