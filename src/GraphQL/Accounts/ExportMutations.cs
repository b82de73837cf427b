using Webox.Application;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;

namespace Webox.GraphQL.Accounts;

[MutationType]
public static class ExportMutations
{
    /// <summary>
    /// Everything that the shop keeps about oneself, as JSON: a signed address, valid for ten minutes. Five times an hour. Files are in
    /// `generationsExportUrl`.
    /// </summary>
    [Authorize]
    [Error<TooManyAttemptsException>]
    [UseMutationConvention(PayloadFieldName = "url")]
    public static async Task<Uri> ExportMyDataAsync(
        RequestExport requestExport, SignedUrls urls, PublicAddress address, CancellationToken cancellationToken) =>
        address.Of(urls.Sign(AccountExportEndpoint.PathOf(await requestExport.ExecuteAsync(cancellationToken))));
}
