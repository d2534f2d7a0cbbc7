using System.Collections.Frozen;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// "ah udahlah ga jadi", "hapus aja, nanti lagi": whoever gives up says so in more ways than a list holds. Nothing is in it but the words for
/// that and those of weariness; "pkh nya ga jadi cair" tells of something.
/// </summary>
public sealed class GivingUp(PhraseBook book)
{
    private const int MostWords = 8;
    private readonly PlainWording _wording = new(book);
    private readonly FrozenSet<string> _ends = Words.Forms(book, "answer.giving_up").ToFrozenSet();
    private readonly FrozenSet<string> _around = [.. Words.Forms(book, "answer.giving_up.around"), .. Words.Forms(book, "answer.manners")];

    /// <param name="folded">A whole message, folded.</param>
    public bool Says(string folded)
    {
        var words = _wording.WrittenOut(folded).Split(' ');
        if (words.Length > MostWords)
        {
            return false;
        }

        var ends = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && _ends.Contains($"{words[i]} {words[i + 1]}"))
            {
                (ends, i) = (true, i + 1);
            }
            else if (i + 1 < words.Length && _around.Contains($"{words[i]} {words[i + 1]}"))
            {
                i++;
            }
            else if (_ends.Contains(words[i]))
            {
                ends = true;
            }
            else if (!_around.Contains(words[i]))
            {
                return false;
            }
        }

        return ends;
    }
}
