using Webox.Domain.Prompts;

namespace Webox.Application.Prompts;

/// <summary>What a new library offers to everybody.</summary>
internal static class SamplePrompts
{
    public static IEnumerable<Prompt> All(DateTimeOffset now)
    {
        yield return Public(
            "Article de blog structuré", "Rédaction", ["article", "blog"],
            """
            Rédige un article de blog sur [SUJET] pour [PUBLIC].
            Commence par une situation concrète, annonce le plan en une phrase, puis développe trois parties avec un exemple chacune.
            Termine par un résumé en trois points. Longueur : environ [NOMBRE DE MOTS] mots, ton [TON].
            """);
        yield return Public(
            "Relance après un devis", "Business", ["e-mail", "vente"],
            """
            Écris un e-mail de relance à [NOM DU CLIENT], à qui nous avons envoyé un devis pour [OFFRE] il y a [DÉLAI].
            Rappelle en une phrase le besoin, lève l'hésitation la plus probable et propose un créneau d'échange. Cent mots au plus.
            """);
        yield return Public(
            "Cinq publications pour un réseau", "Marketing", ["réseaux sociaux"],
            """
            Propose cinq publications pour [RÉSEAU] qui présentent [PRODUIT] à [PUBLIC].
            Chacune a un angle différent, une accroche d'une ligne, un texte de trois phrases au plus et une question finale.
            """);
        yield return Public(
            "Relecture de code", "Développement", ["code", "revue"],
            """
            Relis ce code écrit en [LANGAGE]. Donne d'abord les erreurs, puis les risques, puis les améliorations de lisibilité ; pour chacune, la
            ligne et une correction. Dis clairement ce qui te manque pour juger.

            [CODE]
            """);
        yield return Public(
            "Expliquer une notion", "Éducation", ["cours"],
            """
            Explique [NOTION] à [NIVEAU]. Pars de ce que la personne connaît déjà, donne une analogie et sa limite, un exemple résolu, puis
            trois questions de difficulté croissante avec leurs réponses à la fin.
            """);

        Prompt Public(string title, string category, string[] tags, string text) =>
            Prompt.Create(customer: null, new PromptDraft(title, text, category, tags, IsPublic: true), now);
    }
}
