"""Every code the desk can raise; the comment above a code is its rule.

Numbers are never reused. Codes carry values, never sentences: those live in `ui/texts`.
"""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """The letter is the kind, the number the rule.

    E: text that is no figure. F: impossible. W: implausible. D: between two agencies. P: a post.
    S: the file.
    Q: asked by the reader of texts. I: seen by it and left out.
    """

    # The text is not a number at all.
    E101 = "E101"
    # The number has more than one decimal mark.
    E102 = "E102"
    # A share lies above 100.
    E103 = "E103"
    # The number is negative.
    E104 = "E104"
    # A share has more than two decimals: it may be a count, so it is asked about, never guessed.
    E105 = "E105"
    # The text can be read as a grouped whole number and as a decimal one (4.211,219).
    E106 = "E106"
    # A count (votes, boxes) is not a whole number.
    E107 = "E107"
    # The text is not a time of day.
    E108 = "E108"
    # The number has more digits than any count of an election has.
    E109 = "E109"
    # A count stands where a share belongs (4.211.219).
    E110 = "E110"
    # The name is no place of this election.
    E121 = "E121"
    # The name is no agency of this file.
    E122 = "E122"
    # The name is no contender of this contest.
    E123 = "E123"
    # The name may mean more than one contender, place or agency.
    E124 = "E124"
    # The name is no contest of this election.
    E125 = "E125"
    # The name is no item a bulletin can hold.
    E126 = "E126"
    # The text is not a date and time (2024-03-31T19:25).
    E127 = "E127"
    # A share, votes or leader was given without saying whose.
    E128 = "E128"
    # The item is about the whole bulletin, yet a contender was given with it.
    E129 = "E129"
    # The same figure stands twice in one bulletin.
    E130 = "E130"
    # The figures lack a column, have one too many, or are not UTF-8 text.
    E131 = "E131"
    # A row of figures has an empty value where one is needed.
    E132 = "E132"
    # There are no figures to record.
    E133 = "E133"
    # The same bulletin, figure for figure, is already in the file.
    E134 = "E134"
    # A correction or a withdrawal needs a reason.
    E135 = "E135"
    # The draft to file is empty.
    E136 = "E136"
    # The bulletin to correct or withdraw no longer stands.
    E137 = "E137"
    # A draft of this agency is under way here: file or discard it before correcting another.
    E138 = "E138"
    # An agency or a contender of this name is already there.
    E139 = "E139"
    # What is to be removed has figures or candidates in the file.
    E140 = "E140"
    # No bulletin stands for what the post is to say.
    E141 = "E141"
    # A column holds a refused text: mend or clear it before filing.
    E142 = "E142"
    # A leader was given a value: the figure is the name itself.
    E143 = "E143"
    # A text has a sign that no file can hold: a NUL, or half of a sign.
    E144 = "E144"
    # No bulletin of this agency, contest and place stands for this minute.
    E148 = "E148"
    # More than one bulletin stands for this minute, so it cannot be told which is meant.
    E149 = "E149"
    # The name is no setting of a file.
    E151 = "E151"
    # The value is none this setting can have.
    E152 = "E152"
    # A list names two candidates for one candidacy, or one independent twice.
    E153 = "E153"
    # The text is no person's name: it begins with no letter, has digits, or is too long.
    E154 = "E154"
    # A row of candidates names no contest, and the night has several.
    E155 = "E155"
    # The list of candidates lacks a column, has one twice, or is no list.
    E156 = "E156"
    # The pasted numbers reach beyond the cells that can be typed into from here.
    E157 = "E157"
    # The contest is not held in this place.
    E158 = "E158"
    # A place keeps its name once figures or candidates go by it.
    E159 = "E159"
    # This kind of post needs something the editor has to give: a headline, a text, a speaker.
    E161 = "E161"
    # Nothing that was published is wrong, so there is nothing to correct.
    E162 = "E162"
    # The ledger has no such post, or it is not as this would need it.
    E163 = "E163"
    # The post cites a figure the file does not have.
    E164 = "E164"
    # No chart says what the post says.
    E165 = "E165"
    # No contest of the election has an earlier result to be rehearsed from.
    E166 = "E166"
    # The text is no template: a tag or a bracket of it is wrong.
    E171 = "E171"
    # The template uses a name, an attribute or a filter it is not given.
    E172 = "E172"
    # The template does what cannot be done, or far more than a post needs.
    E173 = "E173"
    # What the template puts out is no post: it needs one headline, a line that begins with "# ".
    E174 = "E174"
    # There is no template of this name.
    E175 = "E175"

    # The shares of one bulletin add to more than 100 by more than rounding allows: half a unit of
    # each share's own last printed digit, all together.
    F201 = "F201"
    # The shares of one bulletin, *Diğer* among them, fall short of 100 by more than rounding allows
    # (or, where they are parts of the votes cast, by more than invalid votes explain). Left to
    # itself (`auto`) the rule asks the agency's own sums over the same contenders: where more than
    # one in ten of them did not make 100 its *Diğer* leaves somebody out, and the rule is silent;
    # until three of them have made 100 it takes the shares for parts of the votes cast.
    F202 = "F202"
    # More boxes are opened than there are, or the opened share is not opened boxes by all boxes,
    # rounded to its last printed digit or cut off there. All boxes are those the bulletin gives, or
    # else the election's own.
    F203 = "F203"
    # There are more votes than registered voters; or a province has fewer votes for a contender
    # than the newest bulletins of its districts together, or more although all their boxes are
    # opened.
    F204 = "F204"
    # No whole number of valid votes, at least all votes given and at most the registered voters,
    # makes every share out of its votes within half a unit of the share's last printed digit.
    F205 = "F205"
    # A stated lead is not that of the two shares, give or take half a unit of the last printed
    # digit of each of the three, or not that of the votes; or the stated leader is behind. Whom the
    # shares leave unsaid may be ahead as far as the rest of 100 allows.
    F206 = "F206"
    # Figures are given with nothing opened, one contender has all, or the table is all zeros.
    F207 = "F207"
    # An agency says two different things of one place for one minute.
    F208 = "F208"
    # The bulletin's time is in the future, before the polls close, or before the one it follows.
    F209 = "F209"
    # Seats add to more than a constituency, a council or the parliament has.
    F210 = "F210"
    # The opened share, the opened boxes, or a contender's votes are below the newest bulletin that
    # spoke of them, whatever else it said.
    W301 = "W301"
    # The move is larger than the newly opened boxes can carry, whatever is in them. *Diğer* is only
    # asked where both bulletins name the same contenders.
    W302 = "W302"
    # The move is possible but far outside what this night makes likely for this place.
    W303 = "W303"
    # The shares stand still to the digit while boxes are opened, or while everything else moves.
    W304 = "W304"
    # There has been no bulletin for much longer than this agency's own rhythm.
    W305 = "W305"
    # The bulletin fits another agency, another place or an older time better, or one of its
    # figures is the other agency's.
    W306 = "W306"
    # Two contenders' figures fit better exchanged.
    W307 = "W307"
    # One digit away: a digit changed, dropped, doubled or transposed, or the decimal mark moved,
    # would put the figure back in line.
    W308 = "W308"
    # A normally large party that has not withdrawn stands at zero, or a small one is suddenly
    # large.
    W309 = "W309"
    # The province lies outside its districts' shares as they were known then, or further from their
    # mean, weighted by opened boxes, than the threshold and the boxes only one of the two has
    # counted explain. Asked of every bulletin of the province once districts with three fifths of
    # its boxes have spoken.
    W310 = "W310"
    # Turnout, or votes per opened box, is implausible for this place.
    W311 = "W311"
    # The opened share jumped far beyond the agency's own pace.
    W312 = "W312"
    # The two largest counts of votes are, to the last digit, those an agency gave of another
    # district before: counts repeat by chance far less often than shares do.
    W313 = "W313"
    # The first bulletin of a place turns last election's two leaders over: ahead then and behind
    # now by more than the threshold, and no other agency says so.
    W314 = "W314"
    # A share moved although every box was opened before.
    W315 = "W315"
    # Who led by the agency's shares a bulletin ago is not named now, and has not withdrawn. Of a
    # bulletin being typed it is asked once no other row of the one before is missing.
    W316 = "W316"
    # No votes within the printed shares give the seats of the same bulletin, by the law of the day,
    # however votes from abroad and the customs fall: the seats are another place's, or mistyped.
    # Councils by Law 2972. Only lists that have a seat somewhere by the same agency are over the
    # threshold; where alliances stand as one, nothing is said.
    W317 = "W317"
    # The widest gap between two agencies is above the threshold for this stage of the count.
    # *Diğer* is only compared where both name the same contenders, here and below; each pair of
    # agencies is judged by itself.
    D401 = "D401"
    # The two agencies name different leaders. The leader is the first by the newest shares, or by
    # newer votes, or as stated since; nobody where what the shares leave of 100 is as much as the
    # first's.
    D402 = "D402"
    # The agencies cannot both be right: what one has counted for a contender and the other for the
    # rest are together more than all votes, by more than the threshold, though every printed figure
    # is taken half a unit of its last digit in favour. It is about the newest shares of both and
    # goes when they move.
    D403 = "D403"
    # A large figure is the same to the digit in both agencies while their other figures differ.
    D404 = "D404"
    # At equal opened share, each agency read off its own series between its newest bulletins, the
    # gap is still there, wider than the boxes left explain.
    D405 = "D405"
    # The leads of two agencies are further apart than the threshold for this stage of the count,
    # also where one of them gave only a lead; where both gave shares, at equal opened share too.
    D406 = "D406"

    # A number in the headline or the body that no cited figure backs, or that goes beyond one.
    P501 = "P501"
    # A cited figure has been replaced, withdrawn, or carries an error nobody has accepted.
    P502 = "P502"
    # A figure without the opened share it was given with, where the house asks for it.
    P503 = "P503"
    # The broadcast ban (Law 298, article 80): until 18.00 nothing, then until 21.00 only official
    # announcements, unless it has been lifted before.
    P504 = "P504"
    # The agencies are not treated alike.
    P505 = "P505"
    # A correction takes back what was never printed or is right, or leaves out what is wrong.
    P506 = "P506"
    # Words that somebody has won, with or without a number, in whatever part of a post the house
    # says itself, while less is opened than the house's share for it. A quotation of a named
    # speaker, a denial, a question and another year's election are no such words.
    P510 = "P510"
    # Two agencies' results of one place whose hours are further apart than the house allows, in a
    # text that does not give both hours, or in a headline over both that does not.
    P511 = "P511"
    # Words that every box is opened, or none, while a bulletin they are about says otherwise.
    P512 = "P512"

    # A list of places or contenders lacks a column, has one twice, or is no list.
    E181 = "E181"
    # The country has no place of this name.
    E182 = "E182"
    # A name may mean several places of the country.
    E183 = "E183"
    # A contest is held in none of the places that were asked for.
    E184 = "E184"
    # A night needs a place.
    E185 = "E185"
    # The text is no colour: `#E30A17`.
    E186 = "E186"
    # A list has the same place, or the same contender of a contest and place, twice.
    E187 = "E187"
    # The text is no kind of place.
    E188 = "E188"
    # A place lies in one that is not in the list and not in the country.
    E189 = "E189"
    # A row of contenders names neither a party nor a candidate.
    E190 = "E190"
    # The text is no day: `2029-03-25`.
    E191 = "E191"
    # A night needs an agency, and each only once.
    E192 = "E192"
    # A contest needs a place: the last one where it is held stays.
    E193 = "E193"
    # A place of this kind cannot lie there, or have these contests.
    E194 = "E194"

    # The file does not exist.
    S900 = "S900"
    # The file is not a desk file.
    S901 = "S901"
    # The file was made by a newer desk.
    S902 = "S902"
    # The file is damaged.
    S903 = "S903"
    # Another desk has the file open.
    S904 = "S904"
    # The file is open for reading only.
    S905 = "S905"
    # The disk is full.
    S906 = "S906"
    # The file or its disk has gone, or refuses to be written.
    S907 = "S907"
    # A file of this name already exists.
    S908 = "S908"
    # The folder does not exist or cannot be written.
    S909 = "S909"
    # The copy is not the same as the file.
    S910 = "S910"
    # There is no such election.
    S911 = "S911"
    # The election file does not make an election.
    S912 = "S912"
    # While the file was open it was emptied, cut short, or written over by what is no night.
    S913 = "S913"
    # While the file was open another night took its place.
    S914 = "S914"
    # While the file was open a copy of the same night took its place that lacks what was written.
    S915 = "S915"
    # A write that was cut short has to be taken back before the file can be read, and cannot be.
    S916 = "S916"
    # Something filed or published is not what the file's chain has sealed.
    S917 = "S917"
    # The night is still being proved, and until then nothing is written or goes out.
    S918 = "S918"
    # The file or its folder may not be written here; what it holds can be read.
    S919 = "S919"
    # Something in the election file is missing, or is not of the kind that belongs there.
    S920 = "S920"
    # The election file names a party, a contender or a place that it does not have there.
    S921 = "S921"
    # Something stands in the election file twice: an id, a code, a name that cannot be told apart.
    S922 = "S922"
    # The election has no place, no contest or no agency.
    S923 = "S923"
    # A place lies in one that is no larger, or in itself.
    S924 = "S924"
    # The election file is no JSON, or nested beyond all reason.
    S925 = "S925"
    # The election file is of a format this desk does not read.
    S926 = "S926"
    # An alliance and one of its members stand in the same contest: votes would count twice.
    S927 = "S927"

    # The reader does not know who a label means.
    Q301 = "Q301"
    # A label may mean more than one contender (MP: Memleket or Millet).
    Q302 = "Q302"
    # It is not certain whose figure a number is.
    Q303 = "Q303"
    # A share read from a text lies above 100.
    Q304 = "Q304"
    # A number in a text can be read in two ways (three decimals, mixed marks, a range).
    Q305 = "Q305"
    # A place's name belongs to more than one province.
    Q306 = "Q306"
    # It is not certain which agency a figure comes from.
    Q307 = "Q307"
    # One text gives the same figure twice, with different values.
    Q308 = "Q308"
    # A whole number stands without a unit: it may be a share, votes or seats.
    Q309 = "Q309"
    # It is not certain which place a figure is about.
    Q310 = "Q310"
    # A figure is only told roughly (more than, nearly), so it is no figure yet.
    Q311 = "Q311"
    # A candidate is named with another party than her own.
    Q312 = "Q312"
    # A table's cell has no heading that says what it is.
    Q313 = "Q313"
    # The shares read from running text add to more than 100: some may be another's.
    Q314 = "Q314"
    # A sentence names a year: its figures may be another election's.
    Q315 = "Q315"
    # A text says neither by words nor by names which of the night's contests its figures are of.
    Q316 = "Q316"
    # A number that was left out is being taken in by hand: what it is, is asked.
    Q317 = "Q317"
    # A table does not say which agency's figures it holds.
    Q318 = "Q318"

    # A poll's or a forecast's figure is no result.
    I301 = "I301"
    # The figure is of another election.
    I302 = "I302"
    # The figure is of a recount or an objection.
    I303 = "I303"
    # The number counts seats or offices won, not votes.
    I304 = "I304"
    # The number counts voters, boxes not counted or single ones, or votes cast, valid or invalid.
    I305 = "I305"
    # A headline's figure: the text below it gives its own.
    I306 = "I306"
    # The number is a change, or the value before it, not a share.
    I307 = "I307"
    # The number is a threshold, a hope, an example, or only spoken of, not a result.
    I308 = "I308"
    # The figure is of a place that is not in this election, or of votes abroad.
    I309 = "I309"
    # The figure waits for the answer to a question about its place, its agency or whose it is.
    I310 = "I310"
    # The editor left it out herself, by an answer or in the table.
    I311 = "I311"
    # What the number is was not understood.
    I312 = "I312"


class Refusal(Exception):
    """Something was not accepted; nothing has been changed.

    ``code`` is the rule and ``values`` what it was about, by name, for the sentence.
    """

    def __init__(self, code: Code, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def at(self, **values: object) -> Refusal:
        """The same refusal knowing more about where it happened (a line, a cell)."""
        return Refusal(self.code, **{**self.values, **values})
