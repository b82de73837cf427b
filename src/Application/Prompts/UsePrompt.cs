using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Domain.Prompts;

namespace Webox.Application.Prompts;

/// <summary>Fills a prompt in, and counts its use.</summary>
public sealed class UsePrompt(IWeboxDb db, ICurrentCustomer customer)
{
    /// <param name="values">By name of the variable.</param>
    /// <returns>The prompt as it is now, and its text with the values in their places.</returns>
    /// <exception cref="PromptNotFoundException">No such prompt, or it is somebody else's and not public.</exception>
    /// <exception cref="MissingPromptVariablesException">The text names variables without a value. It is not counted.</exception>
    /// <exception cref="PromptTooLongException">The filled text is longer than a model accepts. It is not counted.</exception>
    public Task<(Prompt Prompt, string Text)> ExecuteAsync(
        PromptId id, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        var visible = db.Prompts.VisibleTo(owner).Where(p => p.Id == id);
        return db.InTransactionAsync(
            async () =>
            {
                if (await visible.ExecuteUpdateAsync(set => set.SetProperty(p => p.UseCount, p => p.UseCount + 1), cancellationToken) == 0)
                {
                    throw new PromptNotFoundException();
                }

                var prompt = await visible.AsNoTracking().SingleAsync(cancellationToken);
                return (prompt, PromptTemplate.Fill(prompt.Text, values));
            },
            cancellationToken);
    }
}
