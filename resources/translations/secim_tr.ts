<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Seçim Masası</source>
        <translation>Seçim Masası hakkında</translation>
    </message>
    <message>
        <source>Seçim Masası {version}

The election-night desk: two agencies side by side, and a clean post out of it. It works without a network and keeps a night in one file.

Boxes and registered voters: Supreme Election Council (YSK).</source>
        <translation>Seçim Masası {version}

Seçim gecesi masası: iki ajans yan yana, ortaya temiz bir gönderi. Ağ bağlantısı olmadan çalışır, bir geceyi tek dosyada tutar.

Sandık ve kayıtlı seçmen sayıları: Yüksek Seçim Kurulu (YSK).</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Dosya</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Dü&amp;zen</translation>
    </message>
    <message>
        <source>&amp;Bulletin</source>
        <translation>&amp;Bülten</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>Gö&amp;nderi</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Gi&amp;t</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Görünüm</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Yardım</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Dil</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Renkler</translation>
    </message>
    <message>
        <source>&amp;New night…</source>
        <translation>&amp;Yeni gece…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Aç…</translation>
    </message>
    <message>
        <source>&amp;Demonstration evening</source>
        <translation>&amp;Tanıtım gecesi</translation>
    </message>
    <message>
        <source>&amp;Rehearsal (Prova)…</source>
        <translation>Pro&amp;va…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>Y&amp;edekle…</translation>
    </message>
    <message>
        <source>Save everything &amp;elsewhere…</source>
        <translation>Far&amp;klı kaydet…</translation>
    </message>
    <message>
        <source>E&amp;xport the comparison…</source>
        <translation>Karşılaştırmayı &amp;dışa aktar…</translation>
    </message>
    <message>
        <source>&amp;Save the post…</source>
        <translation>&amp;Gönderiyi kaydet…</translation>
    </message>
    <message>
        <source>&amp;Print preview of the sheet…</source>
        <translation>&amp;Föyün baskı önizlemesi…</translation>
    </message>
    <message>
        <source>PD&amp;F of all districts…</source>
        <translation>Bütün ilçele&amp;ri PDF yap…</translation>
    </message>
    <message>
        <source>Save the c&amp;hart…</source>
        <translation>Graf&amp;iği kaydet…</translation>
    </message>
    <message>
        <source>Write the li&amp;veblog…</source>
        <translation>Canlı anlatı&amp;m sayfasını oluştur…</translation>
    </message>
    <message>
        <source>&amp;Close the night</source>
        <translation>Geceyi ka&amp;pat</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Çık</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Geri al</translation>
    </message>
    <message>
        <source>&amp;Undo: {act}</source>
        <translation>&amp;Geri al: {act}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Y&amp;inele</translation>
    </message>
    <message>
        <source>&amp;Redo: {act}</source>
        <translation>Y&amp;inele: {act}</translation>
    </message>
    <message>
        <source>Figures from a f&amp;ile…</source>
        <translation>D&amp;osyadan rakam al…</translation>
    </message>
    <message>
        <source>Res&amp;tore a backup…</source>
        <translation>Bir yedeğe d&amp;ön…</translation>
    </message>
    <message>
        <source>Save the ni&amp;ght as a spreadsheet…</source>
        <translation>Geceyi ta&amp;blo olarak kaydet…</translation>
    </message>
    <message>
        <source>Save the e&amp;lection as a file…</source>
        <translation>&amp;Seçimi dosya olarak kaydet…</translation>
    </message>
    <message>
        <source>&amp;Update the liveblog where it is</source>
        <translation>Canlı anlatım sayfası&amp;nı güncelle</translation>
    </message>
    <message>
        <source>&amp;Copy the selection as a table</source>
        <translation>Seçili alanı tablo olarak &amp;kopyala</translation>
    </message>
    <message>
        <source>Copy the comparison, a ro&amp;w a place</source>
        <translation>Karşılaştırmayı kopyala, her yer bir &amp;satır</translation>
    </message>
    <message>
        <source>Copy the &amp;post</source>
        <translation>Gön&amp;deriyi kopyala</translation>
    </message>
    <message>
        <source>Read an agency&apos;s &amp;text from the clipboard…</source>
        <translation>Panodaki ajans metnini &amp;oku…</translation>
    </message>
    <message>
        <source>&amp;Learned names…</source>
        <translation>Öğ&amp;renilen adlar…</translation>
    </message>
    <message>
        <source>Can&amp;didates…</source>
        <translation>Aday &amp;listesi…</translation>
    </message>
    <message>
        <source>&amp;Settings of the night…</source>
        <translation>Gecenin a&amp;yarları…</translation>
    </message>
    <message>
        <source>Post te&amp;mplates…</source>
        <translation>Gönderi şa&amp;blonları…</translation>
    </message>
    <message>
        <source>Add a c&amp;ontender…</source>
        <translation>&amp;Aday ya da parti ekle…</translation>
    </message>
    <message>
        <source>The contender &amp;has withdrawn, or stands again</source>
        <translation>Adaylık ç&amp;ekildi ya da sürüyor</translation>
    </message>
    <message>
        <source>Add an &amp;agency…</source>
        <translation>A&amp;jans ekle…</translation>
    </message>
    <message>
        <source>Add a plac&amp;e…</source>
        <translation>Ye&amp;ni yer ekle…</translation>
    </message>
    <message>
        <source>Correct the place: &amp;boxes, voters, hour…</source>
        <translation>Yeri dü&amp;zelt: sandık, seçmen, saat…</translation>
    </message>
    <message>
        <source>Ta&amp;ke the place out</source>
        <translation>Yeri lis&amp;teden çıkar</translation>
    </message>
    <message>
        <source>&amp;File the bulletin</source>
        <translation>Bülteni &amp;işle</translation>
    </message>
    <message>
        <source>&amp;Correct the newest bulletin</source>
        <translation>Son bülteni düz&amp;elt</translation>
    </message>
    <message>
        <source>&amp;Withdraw the newest bulletin…</source>
        <translation>Son bülteni &amp;geri çek…</translation>
    </message>
    <message>
        <source>&amp;Take the suggestion</source>
        <translation>Öne&amp;riyi al</translation>
    </message>
    <message>
        <source>&amp;Note on the place or the bulletin…</source>
        <translation>&amp;Not: yer ya da bülten…</translation>
    </message>
    <message>
        <source>&amp;Discard the draft</source>
        <translation>&amp;Taslağı at</translation>
    </message>
    <message>
        <source>C&amp;orrection of published posts…</source>
        <translation>Yayımlananları dü&amp;zelt…</translation>
    </message>
    <message>
        <source>&amp;Pin the post on the liveblog&apos;s page, or let go of it</source>
        <translation>Gönderiyi canlı anlatımda &amp;sabitle ya da bırak</translation>
    </message>
    <message>
        <source>Make the post a &amp;key event of the page, or none</source>
        <translation>Gönderiyi öne çı&amp;kanlara al ya da çıkar</translation>
    </message>
    <message>
        <source>&amp;Broadcast ban…</source>
        <translation>&amp;Yayın yasağı…</translation>
    </message>
    <message>
        <source>&amp;Publish and copy (Ctrl+Enter on the page Posts)</source>
        <translation>&amp;Yayımla ve kopyala (Gönderiler sayfasında Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Compose &amp;anew</source>
        <translation>Y&amp;eniden yaz</translation>
    </message>
    <message>
        <source>&amp;Update the figures that have moved</source>
        <translation>Değişen rakamları &amp;güncelle</translation>
    </message>
    <message>
        <source>&amp;Keep them as they are</source>
        <translation>Olduğu gibi &amp;kalsın</translation>
    </message>
    <message>
        <source>&amp;Next number tied to nothing</source>
        <translation>&amp;Sıradaki bağlanmamış sayı</translation>
    </message>
    <message>
        <source>&amp;Tie the number to a figure…</source>
        <translation>Sayıyı rakama &amp;bağla…</translation>
    </message>
    <message>
        <source>The number is &amp;mine</source>
        <translation>Editörü&amp;n sayısı</translation>
    </message>
    <message>
        <source>&amp;What the number is tied to</source>
        <translation>Sayı neye bağ&amp;lı</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>Her şeyi &amp;ara…</translation>
    </message>
    <message>
        <source>Find a &amp;place</source>
        <translation>&amp;Yer bul</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>&amp;Sonraki yer</translation>
    </message>
    <message>
        <source>P&amp;revious place</source>
        <translation>Ö&amp;nceki yer</translation>
    </message>
    <message>
        <source>&amp;Where was this figure published?</source>
        <translation>Bu rakam ner&amp;ede yayımlandı?</translation>
    </message>
    <message>
        <source>&amp;Entry</source>
        <translation>&amp;Giriş</translation>
    </message>
    <message>
        <source>&amp;Comparison</source>
        <translation>&amp;Karşılaştırma</translation>
    </message>
    <message>
        <source>What the &amp;gaps come from</source>
        <translation>&amp;Fark neden</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>Kâğı&amp;t</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>Sonraki böl&amp;me</translation>
    </message>
    <message>
        <source>Pane &amp;before</source>
        <translation>Ön&amp;ceki bölme</translation>
    </message>
    <message>
        <source>What wai&amp;ts: the newest, then the next</source>
        <translation>Bekleyen: en yen&amp;isi, sonra sıradaki</translation>
    </message>
    <message>
        <source>Back to &amp;your cell</source>
        <translation>H&amp;ücreye dön</translation>
    </message>
    <message>
        <source>All that wa&amp;its</source>
        <translation>&amp;Bekleyenlerin hepsi</translation>
    </message>
    <message>
        <source>&amp;The list of places</source>
        <translation>Yer &amp;listesi</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Tam ekran</translation>
    </message>
    <message>
        <source>The page in a &amp;window of its own</source>
        <translation>Sayfa ayrı &amp;pencerede</translation>
    </message>
    <message>
        <source>&amp;Handbook and keys</source>
        <translation>&amp;El kitabı ve tuşlar</translation>
    </message>
    <message>
        <source>&amp;Automatic, as the system</source>
        <translation>&amp;Otomatik, sistemdeki gibi</translation>
    </message>
    <message>
        <source>P&amp;osts</source>
        <translation>G&amp;önderiler</translation>
    </message>
    <message>
        <source>Pict&amp;ures</source>
        <translation>Resim&amp;ler</translation>
    </message>
    <message>
        <source>&amp;Ledger</source>
        <translation>Yayın &amp;defteri</translation>
    </message>
    <message>
        <source>C&amp;harts</source>
        <translation>G&amp;rafikler</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Harita</translation>
    </message>
    <message>
        <source>&amp;Vote rows in the table</source>
        <translation>Tabloda &amp;oy satırları</translation>
    </message>
    <message>
        <source>Contenders in &amp;share order</source>
        <translation>Adaylar oy or&amp;anına göre</translation>
    </message>
    <message>
        <source>&amp;Bulletins beside the table</source>
        <translation>Tablonun yanında &amp;bültenler</translation>
    </message>
    <message>
        <source>The &amp;place&apos;s chart beside the table</source>
        <translation>&amp;Yerin grafiği tablonun yanında</translation>
    </message>
    <message>
        <source>So&amp;rt anew by what is filed now</source>
        <translation>Dosyadaki &amp;son duruma göre yeniden sırala</translation>
    </message>
    <message>
        <source>&amp;Codes of the findings</source>
        <translation>Bulgu ko&amp;dları</translation>
    </message>
    <message>
        <source>&amp;About Seçim Masası</source>
        <translation>Seçim Masası &amp;hakkında</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Açık</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Koyu</translation>
    </message>
</context>
<context>
    <name>AlarmPage</name>
    <message>
        <source>A figure that cannot be</source>
        <translation>Olamayacak bir rakam</translation>
    </message>
    <message>
        <source>A post that is wrong now</source>
        <translation>Yanlış duruma düşen gönderi</translation>
    </message>
    <message>
        <source>An agency that is late</source>
        <translation>Geciken ajans</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Sessiz</translation>
    </message>
    <message>
        <source>The line lights up</source>
        <translation>Satır parlasın</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Ses de çıksın</translation>
    </message>
</context>
<context>
    <name>AliasesDialog</name>
    <message>
        <source>Learned names</source>
        <translation>Öğrenilen adlar</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Unut</translation>
    </message>
    <message>
        <source>None yet. A name answered in the paste dialog is kept here.</source>
        <translation>Henüz yok. Yapıştırma penceresinde yanıtladığınız adlar burada tutulur.</translation>
    </message>
</context>
<context>
    <name>AskAgency</name>
    <message>
        <source>Add an agency</source>
        <translation>Ajans ekle</translation>
    </message>
    <message>
        <source>Short name, as posts call it</source>
        <translation>Gönderilerde geçecek kısa ad</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Tam ad</translation>
    </message>
</context>
<context>
    <name>AskBan</name>
    <message>
        <source>Broadcast ban of election day</source>
        <translation>Seçim günü yayın yasağı</translation>
    </message>
    <message>
        <source>Until {silent} nothing may go out, until {official} only what is official.</source>
        <translation>{silent} kadar hiçbir şey yayımlanamaz; {official} kadar yalnız resmî açıklamalar yayımlanabilir.</translation>
    </message>
    <message>
        <source>Lifted before that, at:</source>
        <translation>Daha önce kaldırıldı, saat:</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Not lifted</source>
        <translation>Kaldırılmadı</translation>
    </message>
</context>
<context>
    <name>AskCandidate</name>
    <message>
        <source>Add a candidate</source>
        <translation>Aday ekle</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>empty: everywhere in the contest</source>
        <translation>boş: yarışın her yerinde</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Aday</translation>
    </message>
</context>
<context>
    <name>AskContender</name>
    <message>
        <source>Add a contender</source>
        <translation>Aday ya da parti ekle</translation>
    </message>
    <message>
        <source>Find on the ballot</source>
        <translation>Oy pusulasında bul</translation>
    </message>
    <message>
        <source>Contenders on the ballot</source>
        <translation>Oy pusulasındakiler</translation>
    </message>
    <message>
        <source>Not on the list? A new party or candidate:</source>
        <translation>Listede yok mu? Yeni parti ya da aday:</translation>
    </message>
    <message>
        <source>Party, as tables call it</source>
        <translation>Tablolarda geçecek parti adı</translation>
    </message>
    <message>
        <source>Candidate (may stay empty)</source>
        <translation>Aday (boş kalabilir)</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Renk…</translation>
    </message>
</context>
<context>
    <name>AskCounts</name>
    <message>
        <source>Correct {place}</source>
        <translation>{place}: düzelt</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Geçerli olduğu yarış</translation>
    </message>
    <message>
        <source>wherever nothing else is said</source>
        <translation>ayrıca belirtilmeyen her yarışta</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Sandalye</translation>
    </message>
</context>
<context>
    <name>AskFigures</name>
    <message>
        <source>Figures from a file</source>
        <translation>Dosyadan rakamlar</translation>
    </message>
    <message>
        <source>Bulletins of the file</source>
        <translation>Dosyadaki bültenler</translation>
    </message>
    <message>
        <source>File them all</source>
        <translation>Hepsini işle</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Neden olmaz</translation>
    </message>
    <message>
        <source>Nothing is filed while a line of it is refused.</source>
        <translation>Bir satırı bile kabul edilmezse hiçbiri işlenmez.</translation>
    </message>
    <message>
        <source>{file}: bulletins to be filed: {n}</source>
        <translation>{file}: işlenecek bülten: {n}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Ajans</translation>
    </message>
    <message>
        <source>Contest</source>
        <translation>Yarış</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Rakam</translation>
    </message>
    <message>
        <source>Filed from the file: {n} {n:bulletin|bulletins}, {file}</source>
        <translation>Dosyadan işlendi: {n} bülten, {file}</translation>
    </message>
</context>
<context>
    <name>AskNote</name>
    <message>
        <source>Note on {about}</source>
        <translation>Not: {about}</translation>
    </message>
    <message>
        <source>It stands here and on paper, never in a post.</source>
        <translation>Burada ve kâğıtta durur, gönderiye girmez.</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Places</source>
        <translation>Yerler</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Ajanslar</translation>
    </message>
    <message>
        <source>As known at</source>
        <translation>Hangi saatin durumuyla</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nerede</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ne dedi</translation>
    </message>
    <message>
        <source>Kind of post</source>
        <translation>Gönderinin türü</translation>
    </message>
    <message>
        <source>now, or 1925</source>
        <translation>şimdi ya da 1925</translation>
    </message>
    <message>
        <source>for example: the candidate and their party</source>
        <translation>örneğin: aday ve partisi</translation>
    </message>
    <message>
        <source>a city, a building; may stay empty</source>
        <translation>bir kent, bir bina; boş kalabilir</translation>
    </message>
    <message>
        <source>Here: {place}</source>
        <translation>Burası: {place}</translation>
    </message>
    <message>
        <source>Ticked: {place}</source>
        <translation>İşaretli: {place}</translation>
    </message>
    <message>
        <source>As begun: {place}</source>
        <translation>Başlandığı gibi: {place}</translation>
    </message>
    <message>
        <source>{n} {n:place|places}</source>
        <translation>{n} yer</translation>
    </message>
    <message>
        <source>All that are told of</source>
        <translation>Verisi olanların hepsi</translation>
    </message>
</context>
<context>
    <name>AskPlace</name>
    <message>
        <source>Add a place</source>
        <translation>Yer ekle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Bağlı olduğu yer</translation>
    </message>
    <message>
        <source>Votes for</source>
        <translation>Oylanan</translation>
    </message>
    <message>
        <source>for example: Kepez, Çanakkale/Kepez</source>
        <translation>örneğin: Kepez, Çanakkale/Kepez</translation>
    </message>
</context>
<context>
    <name>AskReason</name>
    <message>
        <source>Reason</source>
        <translation>Gerekçe</translation>
    </message>
    <message>
        <source>for example: the agency corrected itself at 20.05</source>
        <translation>örneğin: ajans 20.05&apos;te düzeltti</translation>
    </message>
</context>
<context>
    <name>AskRehearsal</name>
    <message>
        <source>Rehearsal (Prova)</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Gece</translation>
    </message>
    <message>
        <source>Seed: the same number plays the same night</source>
        <translation>Senaryo no: aynı sayı aynı geceyi oynatır</translation>
    </message>
    <message>
        <source>Slips hidden in it</source>
        <translation>Gizlenecek hata sayısı</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Stopped; no backup was made.</source>
        <translation>Durduruldu; yedek alınmadı.</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>Yedeğin klasörü</translation>
    </message>
    <message>
        <source>Backed up and verified: {file}</source>
        <translation>Yedeklendi ve doğrulandı: {file}</translation>
    </message>
    <message>
        <source>The election as a file</source>
        <translation>Dosya olarak seçim</translation>
    </message>
    <message>
        <source>Elections (*.json)</source>
        <translation>Seçimler (*.json)</translation>
    </message>
    <message>
        <source>The election is in {file}</source>
        <translation>Seçim şu dosyada: {file}</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>seen</source>
        <translation>görüldü</translation>
    </message>
    <message>
        <source>Published and wrong now: {time} {headline}</source>
        <translation>Yayındaki gönderi artık yanlış: {time} {headline}</translation>
    </message>
    <message>
        <source>{agency}, {place}: no new bulletin for {minutes} {minutes:minute|minutes}</source>
        <translation>{agency}, {place}: {minutes} dakikadır yeni bülten yok</translation>
    </message>
    <message>
        <source>{agency}: no new bulletin for a while in {n} {n:place|places}, first of all {place}</source>
        <translation>{agency}: {n} yerde bir süredir yeni bülten yok, en başta {place}</translation>
    </message>
</context>
<context>
    <name>AttentionLine</name>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Bekleyen bir şey yok.</translation>
    </message>
    <message>
        <source>Being looked at…</source>
        <translation>Bakılıyor…</translation>
    </message>
    <message>
        <source>Draft the correction…</source>
        <translation>Düzeltmeyi hazırla…</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Git</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Bekleyenler</translation>
    </message>
</context>
<context>
    <name>BackupLabel</name>
    <message>
        <source>no backup: {why}</source>
        <translation>yedek alınamadı: {why}</translation>
    </message>
    <message>
        <source>backup {time}</source>
        <translation>yedek {time}</translation>
    </message>
</context>
<context>
    <name>BanSwitch</name>
    <message>
        <source>Broadcast ban: say when it was lifted</source>
        <translation>Yayın yasağı: ne zaman kaldırıldığını yazın</translation>
    </message>
    <message>
        <source>Broadcast ban: nothing until {time}</source>
        <translation>Yayın yasağı: {time} kadar yayın yok</translation>
    </message>
    <message>
        <source>Broadcast ban: only official until {time}</source>
        <translation>Yayın yasağı: {time} kadar yalnız resmî</translation>
    </message>
    <message>
        <source>Broadcast ban lifted at {time}</source>
        <translation>Yayın yasağı {time} kaldırıldı</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Save everything elsewhere…</source>
        <translation>Farklı kaydet…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Bir yedeğe dön…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>possible</source>
        <translation>olabilir</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>olamaz</translation>
    </message>
    <message>
        <source>{agency}: {least}–{most} % in {boxes} % of the boxes</source>
        <translation>{agency}: %{boxes} kadar sandıkta %{least}–{most}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Contender</source>
        <translation>Aday/parti</translation>
    </message>
    <message>
        <source>Gap
now</source>
        <translation>Şimdiki
fark</translation>
    </message>
    <message>
        <source>Gap at equal
opened share</source>
        <translation>Eşit açılan
sandıkta fark</translation>
    </message>
    <message>
        <source>at
opened, %</source>
        <translation>Açılan
sandık, %</translation>
    </message>
    <message>
        <source>Can both
be right?</source>
        <translation>İkisi birden
doğru mu?</translation>
    </message>
    <message>
        <source>Then the boxes of one alone hold</source>
        <translation>Öyleyse yalnız birinde olan sandıklarda</translation>
    </message>
    <message>
        <source>What the
gap is</source>
        <translation>Farkın
anlamı</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Önde</translation>
    </message>
    <message>
        <source>Leads
apart</source>
        <translation>Önde,
arada</translation>
    </message>
    <message>
        <source>Leaders
differ</source>
        <translation>Önde olan
farklı</translation>
    </message>
    <message>
        <source>since</source>
        <translation>Ne zamandır</translation>
    </message>
    <message>
        <source>Votes
at stake</source>
        <translation>Söz konusu
oy</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Where the agencies disagree</source>
        <translation>Ajansların ayrıştığı yerler</translation>
    </message>
    <message>
        <source>No place has shares or leads from both agencies yet.</source>
        <translation>Henüz iki ajansın da oy oranı ya da fark verdiği bir yer yok.</translation>
    </message>
    <message>
        <source>The gaps are being worked out…</source>
        <translation>Farklar hesaplanıyor…</translation>
    </message>
</context>
<context>
    <name>BulletinsModel</name>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Ajans</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Not: {text}</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>geri çekildi</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>düzeltildi</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>düzeltme</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>geçerli</translation>
    </message>
    <message>
        <source>No. {n}, filed by {who}</source>
        <translation>No. {n}, işleyen: {who}</translation>
    </message>
    <message>
        <source>Corrects no. {n}: {reason}</source>
        <translation>No. {n} yerine: {reason}</translation>
    </message>
    <message>
        <source>Withdrawn: {reason}</source>
        <translation>Geri çekildi: {reason}</translation>
    </message>
</context>
<context>
    <name>BulletinsPanel</name>
    <message>
        <source>Bulletins of the place</source>
        <translation>Yerin bültenleri</translation>
    </message>
    <message>
        <source>What the bulletin says</source>
        <translation>Bültenin içeriği</translation>
    </message>
    <message>
        <source>No bulletin has been filed here yet.</source>
        <translation>Burada henüz işlenmiş bülten yok.</translation>
    </message>
    <message>
        <source>The text the bulletin was read from</source>
        <translation>Bültenin okunduğu metin</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>Bültenler</translation>
    </message>
    <message>
        <source>Correct this</source>
        <translation>Bunu düzelt</translation>
    </message>
    <message>
        <source>Withdraw this…</source>
        <translation>Bunu geri çek…</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Independent</source>
        <translation>Bağımsız</translation>
    </message>
</context>
<context>
    <name>CandidatesModel</name>
    <message>
        <source>everywhere</source>
        <translation>her yerde</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Aday</translation>
    </message>
</context>
<context>
    <name>CandidatesPanel</name>
    <message>
        <source>Contest</source>
        <translation>Yarış</translation>
    </message>
    <message>
        <source>Find a place, a party or a name</source>
        <translation>Yer, parti ya da ad bul</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Adaylar</translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation>Liste yapıştır…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ekle…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Çıkar</translation>
    </message>
    <message>
        <source>No candidate listed here has “{text}”.</source>
        <translation>Listedeki adayların hiçbirinde “{text}” geçmiyor.</translation>
    </message>
    <message>
        <source>No candidates are listed for this contest. Copy the columns place, party and candidate with their headings from a spreadsheet and press Ctrl+V.</source>
        <translation>Bu yarış için aday listesi yok. Yer, parti ve aday sütunlarını başlıklarıyla birlikte hesap tablosundan kopyalayıp Ctrl+V&apos;ye basın.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Added: {name}.</source>
        <translation>Eklendi: {name}.</translation>
    </message>
    <message>
        <source>Corrected: {name}.</source>
        <translation>Düzeltildi: {name}.</translation>
    </message>
    <message>
        <source>Taken out: {name}.</source>
        <translation>Çıkarıldı: {name}.</translation>
    </message>
    <message>
        <source>Put the cursor on the row of whoever withdraws, or stands again.</source>
        <translation>İmleci, çekilen ya da yeniden aday olanın satırına getirin.</translation>
    </message>
    <message>
        <source>{name}: stands again.</source>
        <translation>{name}: adaylık sürüyor.</translation>
    </message>
    <message>
        <source>{name}: withdrawn. The row stays, because the ballot does.</source>
        <translation>{name}: çekildi. Satırı kalır, çünkü adı oy pusulasında.</translation>
    </message>
    <message>
        <source>{name}: stands again</source>
        <translation>{name}: adaylık sürüyor</translation>
    </message>
    <message>
        <source>{name}: has withdrawn</source>
        <translation>{name}: çekildi</translation>
    </message>
    <message>
        <source>Correct {name}…</source>
        <translation>{name}: düzelt…</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>{name}: çıkar</translation>
    </message>
    <message>
        <source>Add a place…</source>
        <translation>Yer ekle…</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
</context>
<context>
    <name>ChartOut</name>
    <message>
        <source>Copied as a picture, with its description as text: {title}</source>
        <translation>Resim olarak kopyalandı, betimlemesi metin olarak eklendi: {title}</translation>
    </message>
    <message>
        <source>PNG, 1200 × 675 (*.png)</source>
        <translation>PNG, 1200 × 675 (*.png)</translation>
    </message>
    <message>
        <source>PNG, 1080 × 1080 (*.png)</source>
        <translation>PNG, 1080 × 1080 (*.png)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Grafiği kaydet</translation>
    </message>
    <message>
        <source>Saved: {file}, and its description: {text}</source>
        <translation>Kaydedildi: {file}; betimlemesi: {text}</translation>
    </message>
</context>
<context>
    <name>ChartsPage</name>
    <message>
        <source>District by district</source>
        <translation>İlçe ilçe</translation>
    </message>
    <message>
        <source>Gap between the agencies</source>
        <translation>Ajanslar arasındaki fark</translation>
    </message>
    <message>
        <source>Opened boxes</source>
        <translation>Açılan sandık</translation>
    </message>
    <message>
        <source>Against the last election</source>
        <translation>Önceki seçime göre</translation>
    </message>
    <message>
        <source>Contenders here</source>
        <translation>Aday aday</translation>
    </message>
    <message>
        <source>Lead over the evening</source>
        <translation>Gece boyunca fark</translation>
    </message>
    <message>
        <source>Shares over the evening</source>
        <translation>Gece boyunca oranlar</translation>
    </message>
    <message>
        <source>Lead at equal opening</source>
        <translation>Aynı açılmada fark</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>Grafik türü</translation>
    </message>
    <message>
        <source>Districts before (PgUp)</source>
        <translation>Önceki ilçeler (PgUp)</translation>
    </message>
    <message>
        <source>Further districts (PgDn)</source>
        <translation>Sonraki ilçeler (PgDn)</translation>
    </message>
    <message>
        <source>Arrows: from mark to mark · Enter: its bulletin · + − 0: size · Shift+arrows: move</source>
        <translation>Oklar: işaretten işarete · Enter: bülteni · + − 0: boyut · Shift+oklar: kaydır</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>Codes of the findings</source>
        <translation>Bulguların kodları</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Yazdır…</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>What the gap comes from is being worked out…</source>
        <translation>Farkın nedeni hesaplanıyor…</translation>
    </message>
    <message>
        <source>{gap} {gap:point|points} apart</source>
        <translation>arada {gap} puan</translation>
    </message>
    <message>
        <source>Leads: {leads}</source>
        <translation>Önde: {leads}</translation>
    </message>
    <message>
        <source>They differ most in {place}.</source>
        <translation>En çok {place} ayrılıyorlar.</translation>
    </message>
    <message>
        <source>Other leaders: {n} {n:place|places}.</source>
        <translation>Önde olan {n} yerde farklı.</translation>
    </message>
    <message>
        <source>Both cannot be right: {n} {n:place|places}.</source>
        <translation>{n} yerde ikisi birlikte doğru olamaz.</translation>
    </message>
    <message>
        <source>Between the two, points</source>
        <translation>İki ajansın arası, puan</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>henüz yok</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} dk önce</translation>
    </message>
    <message>
        <source>when both had opened {n} % of the boxes</source>
        <translation>ikisi de sandıkların yüzde {n}&apos;ini açmışken</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} dk</translation>
    </message>
    <message>
        <source>A bulletin here contradicts itself</source>
        <translation>Buradaki bir bülten kendisiyle çelişiyor</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>evet</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>fark</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Widest
gap</source>
        <translation>En büyük
fark</translation>
    </message>
    <message>
        <source>What the
gap is</source>
        <translation>Farkın
anlamı</translation>
    </message>
    <message>
        <source>At equal
opening</source>
        <translation>Aynı
açılmada</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Önde</translation>
    </message>
    <message>
        <source>Leads
apart</source>
        <translation>Önde,
arada</translation>
    </message>
    <message>
        <source>Leaders
differ</source>
        <translation>Önde olan
farklı</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Açılan</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>dk önce</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Stopped; no comparison was exported.</source>
        <translation>Durduruldu; karşılaştırma dışa aktarılmadı.</translation>
    </message>
    <message>
        <source>Exporting the comparison</source>
        <translation>Karşılaştırma dışa aktarılıyor</translation>
    </message>
    <message>
        <source>Row {n} of {count}</source>
        <translation>Satır {n} / {count}</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Karşılaştırmayı dışa aktar</translation>
    </message>
    <message>
        <source>Copied, a row a place: {contest}; places: {n}.</source>
        <translation>Kopyalandı, her yer bir satır: {contest}; yer: {n}.</translation>
    </message>
    <message>
        <source>Nothing was copied: nothing has been filed yet in {contest}.</source>
        <translation>Hiçbir şey kopyalanmadı: {contest} için henüz işlenen bülten yok.</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;Comma-separated (*.csv)</source>
        <translation>Hesap tablosu (*.xlsx);;Virgülle ayrılmış (*.csv)</translation>
    </message>
    <message>
        <source>The comparison was exported: {file}</source>
        <translation>Karşılaştırma dışa aktarıldı: {file}</translation>
    </message>
    <message>
        <source>Order of the places</source>
        <translation>Yerlerin sırası</translation>
    </message>
    <message>
        <source>Comparison of all places</source>
        <translation>Bütün yerlerin karşılaştırması</translation>
    </message>
    <message>
        <source>What the gap of the chosen place comes from</source>
        <translation>Seçili yerdeki farkın nedeni</translation>
    </message>
    <message>
        <source>Nothing has been filed in this contest yet.

Type what the agencies say on the entry page (Ctrl+1) and file it with Ctrl+Enter.</source>
        <translation>Bu yarışta henüz hiçbir bülten işlenmedi.

Ajansların verdiği rakamları giriş sayfasında (Ctrl+1) yazın, Ctrl+Enter ile işleyin.</translation>
    </message>
    <message>
        <source>{a} and {b}</source>
        <translation>{a} ile {b}</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Fark</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Hüküm</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
</context>
<context>
    <name>ComposerPage</name>
    <message>
        <source>Nothing has been copied or saved yet: here the gate stands. Ctrl+Enter publishes, Ctrl+Shift+C copies, Ctrl+Shift+S saves.</source>
        <translation>Henüz hiçbir şey kopyalanmadı ve kaydedilmedi: yayın öncesi denetim burada. Ctrl+Enter yayımlar, Ctrl+Shift+C kopyalar, Ctrl+Shift+S kaydeder.</translation>
    </message>
    <message>
        <source>A post needs a headline and a text under it, both in words.</source>
        <translation>Gönderinin bir başlığı ve altında bir metni olmalı, ikisi de sözcüklerle.</translation>
    </message>
    <message>
        <source>Answer first:</source>
        <translation>Önce yanıtlayın:</translation>
    </message>
    <message>
        <source>Stopped ({n} in the way; Ctrl+Enter asks for a reason): {first}</source>
        <translation>Durduruldu (önünde {n} engel var; Ctrl+Enter gerekçe sorar): {first}</translation>
    </message>
    <message>
        <source>Stopped ({n} in the way; F6 goes to the list): {first}</source>
        <translation>Durduruldu (önünde {n} engel var; listeye F6 ile gidilir): {first}</translation>
    </message>
    <message>
        <source>Why there is no post</source>
        <translation>Neden gönderi yok</translation>
    </message>
</context>
<context>
    <name>ContendersGrid</name>
    <message>
        <source>In tables</source>
        <translation>Tabloda</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Renk</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kısa ad</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Aday</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Öteki adlar</translation>
    </message>
    <message>
        <source>New row: type a party or a name</source>
        <translation>Yeni satır: parti ya da ad yazın</translation>
    </message>
    <message>
        <source>what an agency calls Diğer: all it does not name</source>
        <translation>Ajansın “Diğer” dediği; adı geçmeyenlerin hepsi</translation>
    </message>
    <message>
        <source>independent</source>
        <translation>bağımsız</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>her yerde</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>To the place&apos;s figures</source>
        <translation>Yerin rakamlarına</translation>
    </message>
    <message>
        <source>Change what is in the cell</source>
        <translation>Hücredekini değiştir</translation>
    </message>
    <message>
        <source>Clear the cell</source>
        <translation>Hücreyi temizle</translation>
    </message>
    <message>
        <source>To the cell</source>
        <translation>Hücreye</translation>
    </message>
    <message>
        <source>Accept it…</source>
        <translation>Kabul et…</translation>
    </message>
    <message>
        <source>Correct this one</source>
        <translation>Bunu düzelt</translation>
    </message>
    <message>
        <source>Withdraw this one…</source>
        <translation>Bunu geri çek…</translation>
    </message>
    <message>
        <source>Put the place into the post</source>
        <translation>Yeri gönderiye koy</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Oraya git</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Görüldü</translation>
    </message>
    <message>
        <source>To the figures</source>
        <translation>Rakamlara</translation>
    </message>
    <message>
        <source>Retract the post…</source>
        <translation>Gönderiyi geri çek…</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Correction</source>
        <translation>Düzeltme</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Leave it empty for the computed headline</source>
        <translation>Boş bırakırsanız başlık hesaplanır</translation>
    </message>
    <message>
        <source>Preview of the correction</source>
        <translation>Düzeltmenin önizlemesi</translation>
    </message>
    <message>
        <source>Publish and copy</source>
        <translation>Yayımla ve kopyala</translation>
    </message>
    <message>
        <source>Stopped: mend it, or type a reason; Enter publishes with it.</source>
        <translation>Durduruldu: düzeltin ya da bir gerekçe yazın; Enter o gerekçeyle yayımlar.</translation>
    </message>
    <message>
        <source>The broadcast ban takes no reason: say when it was lifted.</source>
        <translation>Yayın yasağı gerekçeyle aşılamaz: ne zaman kaldırıldığını yazın.</translation>
    </message>
    <message>
        <source>Posts corrected: {posts}. Printed and wrong now: {n}. The old post gets this mark too.</source>
        <translation>Düzeltilen gönderi: {posts}. Yazılıp artık yanlış olan: {n}. Eski gönderi de bu notla işaretlenir.</translation>
    </message>
    <message>
        <source>No published post is wrong now.</source>
        <translation>Yayımlananlar içinde yanlış olan yok.</translation>
    </message>
    <message>
        <source>The correction is in the ledger and on the clipboard: {headline}</source>
        <translation>Düzeltme yayın defterinde ve panoda: {headline}</translation>
    </message>
</context>
<context>
    <name>DifferModel</name>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
</context>
<context>
    <name>Dropped</name>
    <message>
        <source>{file} is no text: save it as CSV, or copy its cells and press Ctrl+V.</source>
        <translation>{file} metin değil: CSV olarak kaydedin ya da hücrelerini kopyalayıp Ctrl+V&apos;ye basın.</translation>
    </message>
    <message>
        <source>Figures from a file</source>
        <translation>Dosyadan rakamlar</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv *.txt)</source>
        <translation>Tablolar (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>undone</source>
        <translation>geri alındı</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>yinelendi</translation>
    </message>
    <message>
        <source>{figure} (cleared)</source>
        <translation>{figure} (silme)</translation>
    </message>
    <message>
        <source>{column}: time (cleared)</source>
        <translation>{column}: saat (silme)</translation>
    </message>
    <message>
        <source>{column}: time {time}</source>
        <translation>{column}: saat {time}</translation>
    </message>
    <message>
        <source>{bulletin}, draft discarded</source>
        <translation>{bulletin} taslağının atılması</translation>
    </message>
    <message>
        <source>{bulletin}, draft</source>
        <translation>{bulletin} taslağı</translation>
    </message>
    <message>
        <source>{bulletin}, correction begun</source>
        <translation>{bulletin} düzeltmesine başlama</translation>
    </message>
    <message>
        <source>{bulletin}, correction</source>
        <translation>{bulletin} düzeltmesi</translation>
    </message>
    <message>
        <source>{bulletin}, filing</source>
        <translation>{bulletin} kaydı</translation>
    </message>
    <message>
        <source>{bulletin}, withdrawal</source>
        <translation>{bulletin} bülteninin geri çekilmesi</translation>
    </message>
    <message>
        <source>{bulletin}, standing again</source>
        <translation>{bulletin} bülteninin yeniden geçerli sayılması</translation>
    </message>
    <message>
        <source>agency {agency} added</source>
        <translation>{agency} ajansının eklenmesi</translation>
    </message>
    <message>
        <source>agency {agency} removed</source>
        <translation>{agency} ajansının çıkarılması</translation>
    </message>
    <message>
        <source>{contest}: {name} has withdrawn</source>
        <translation>{contest}: {name} adaylığının çekilmesi</translation>
    </message>
    <message>
        <source>{contest}: {name} stands again</source>
        <translation>{contest}: {name} adaylığının sürmesi</translation>
    </message>
    <message>
        <source>place {place} added</source>
        <translation>{place} yerinin eklenmesi</translation>
    </message>
    <message>
        <source>place {place} removed</source>
        <translation>{place} yerinin çıkarılması</translation>
    </message>
    <message>
        <source>{place} renamed {name}</source>
        <translation>{place} yerinin yeni adı: {name}</translation>
    </message>
    <message>
        <source>{place}: boxes and voters corrected</source>
        <translation>{place}: sandık ve seçmen sayısının düzeltilmesi</translation>
    </message>
    <message>
        <source>{finding} accepted</source>
        <translation>{finding} bulgusunun kabulü</translation>
    </message>
    <message>
        <source>{finding} no longer accepted</source>
        <translation>{finding} kabulünün kaldırılması</translation>
    </message>
    <message>
        <source>post “{headline}” retracted</source>
        <translation>“{headline}” gönderisinin geri çekilmesi</translation>
    </message>
    <message>
        <source>post “{headline}” standing again</source>
        <translation>“{headline}” gönderisinin yeniden geçerli sayılması</translation>
    </message>
    <message>
        <source>name “{label}” forgotten</source>
        <translation>“{label}” adının unutulması</translation>
    </message>
    <message>
        <source>name “{label}” learned</source>
        <translation>“{label}” adının öğrenilmesi</translation>
    </message>
    <message>
        <source>candidates listed: {people}</source>
        <translation>aday listesine ekleme: {people}</translation>
    </message>
    <message>
        <source>candidates taken out: {people}</source>
        <translation>aday listesinden çıkarma: {people}</translation>
    </message>
    <message>
        <source>candidates as they were</source>
        <translation>aday listesi aynı</translation>
    </message>
    <message>
        <source>broadcast ban: not lifted</source>
        <translation>yayın yasağı: kalkmadı</translation>
    </message>
    <message>
        <source>broadcast ban: lifted at {time}</source>
        <translation>yayın yasağı: kalktığı saat {time}</translation>
    </message>
    <message>
        <source>note on {place} (removed)</source>
        <translation>not, {place} (silindi)</translation>
    </message>
    <message>
        <source>note on {place}</source>
        <translation>not, {place}</translation>
    </message>
    <message>
        <source>{contest}: row of {name} added</source>
        <translation>{contest}: {name} satırının eklenmesi</translation>
    </message>
    <message>
        <source>{contest}: row of {name} removed</source>
        <translation>{contest}: {name} satırının çıkarılması</translation>
    </message>
    <message>
        <source>{places} put into the post</source>
        <translation>gönderiye ekleme: {places}</translation>
    </message>
    <message>
        <source>{places} taken out of the post</source>
        <translation>gönderiden çıkarma: {places}</translation>
    </message>
    <message>
        <source>places of the post</source>
        <translation>gönderinin yerleri</translation>
    </message>
    <message>
        <source>“{post}” no longer pinned</source>
        <translation>“{post}” artık sabit değil</translation>
    </message>
    <message>
        <source>“{post}” pinned on the page</source>
        <translation>“{post}” sayfanın başına sabitlendi</translation>
    </message>
    <message>
        <source>“{post}” a key event</source>
        <translation>“{post}” öne çıkanlarda</translation>
    </message>
    <message>
        <source>“{post}” a key event by its kind</source>
        <translation>“{post}” için öne çıkma: türüne göre</translation>
    </message>
    <message>
        <source>“{post}” no key event</source>
        <translation>“{post}” öne çıkanlarda değil</translation>
    </message>
</context>
<context>
    <name>EntryCells</name>
    <message>
        <source>{agency} at {time}</source>
        <translation>{agency}, saat {time}</translation>
    </message>
    <message>
        <source>The shares add to more than 100.</source>
        <translation>Oranların toplamı 100&apos;ü aşıyor.</translation>
    </message>
    <message>
        <source>as {agency} stated it at {time}</source>
        <translation>ajansın bildirdiği fark: {agency}, saat {time}</translation>
    </message>
    <message>
        <source>level</source>
        <translation>eşit</translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message>
        <source>whole province</source>
        <translation>il geneli</translation>
    </message>
    <message>
        <source>whole country</source>
        <translation>ülke geneli</translation>
    </message>
    <message>
        <source>{n} {n:box|boxes}</source>
        <translation>{n} sandık</translation>
    </message>
    <message>
        <source>{n} registered {n:voter|voters}</source>
        <translation>{n} kayıtlı seçmen</translation>
    </message>
    <message>
        <source>polls close {time}</source>
        <translation>oy verme bitişi {time}</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Not: {text}</translation>
    </message>
    <message>
        <source>without abroad and customs</source>
        <translation>yurt dışı ve gümrük hariç</translation>
    </message>
    <message>
        <source>with abroad and customs</source>
        <translation>yurt dışı ve gümrük dahil</translation>
    </message>
    <message>
        <source>What the gap comes from is being worked out…</source>
        <translation>Farkın nedeni hesaplanıyor…</translation>
    </message>
    <message>
        <source>Contests</source>
        <translation>Yarışlar</translation>
    </message>
    <message>
        <source>First agency</source>
        <translation>Birinci ajans</translation>
    </message>
    <message>
        <source>Second agency</source>
        <translation>İkinci ajans</translation>
    </message>
    <message>
        <source>What the gap comes from</source>
        <translation>Farkın nedeni</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Toplam</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} dk önce</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Ajanslar arası</translation>
    </message>
    <message>
        <source>points, of the leads</source>
        <translation>puan, önde olanın farkında</translation>
    </message>
    <message>
        <source>{contender} (withdrawn)</source>
        <translation>{contender} (çekildi)</translation>
    </message>
    <message>
        <source>{contender}, votes</source>
        <translation>{contender}, oy</translation>
    </message>
    <message>
        <source>{contender}, seats</source>
        <translation>{contender}, sandalye</translation>
    </message>
    <message>
        <source>Opened, %</source>
        <translation>Açılan sandık, %</translation>
    </message>
    <message>
        <source>Opened boxes</source>
        <translation>Açılan sandık</translation>
    </message>
    <message>
        <source>Total boxes</source>
        <translation>Toplam sandık</translation>
    </message>
    <message>
        <source>Leader, as stated</source>
        <translation>Önde olan (ajansa göre)</translation>
    </message>
    <message>
        <source>Lead in points, as stated</source>
        <translation>Puan farkı (ajansa göre)</translation>
    </message>
    <message>
        <source>Lead in votes, as stated</source>
        <translation>Oy farkı (ajansa göre)</translation>
    </message>
    <message>
        <source>Turnout, %</source>
        <translation>Katılım, %</translation>
    </message>
    <message>
        <source>Now: {figure}</source>
        <translation>Şimdi {figure}</translation>
    </message>
    <message>
        <source>Before: {figure}</source>
        <translation>Önceki {figure}</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Fark</translation>
    </message>
    <message>
        <source>points</source>
        <translation>puan</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>düzeltme</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>taslak</translation>
    </message>
    <message>
        <source>filed {time}</source>
        <translation>işlendi {time}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>henüz yok</translation>
    </message>
    <message>
        <source>Lead in {agency}</source>
        <translation>{agency} farkı</translation>
    </message>
    <message>
        <source>Apart from {agency}</source>
        <translation>{agency} ile arası</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Entered from the clipboard: {n} {n:figure|figures}, {place}.</source>
        <translation>Panodan yazıldı: {n} rakam, {place}.</translation>
    </message>
    <message>
        <source>Correct {agency}, {place}</source>
        <translation>Düzelt: {agency}, {place}</translation>
    </message>
    <message>
        <source>Filed: {agency}, {place}, {time}.</source>
        <translation>İşlendi: {agency}, {place}, {time}.</translation>
    </message>
    <message>
        <source>Withdraw {agency}, {place}, {time}</source>
        <translation>Geri çek: {agency}, {place}, {time}</translation>
    </message>
    <message>
        <source>Withdrawn: {agency}, {place}, {time}. The row stays in the file.</source>
        <translation>Geri çekildi: {agency}, {place}, {time}. Satırı dosyada kalır.</translation>
    </message>
    <message>
        <source>Draft discarded: {agency}, {place}, {time}.</source>
        <translation>Taslak atıldı: {agency}, {place}, {time}.</translation>
    </message>
    <message>
        <source>▲ An error here; filed, it stays marked</source>
        <translation>▲ Hata var; işlenirse işaretli kalır</translation>
    </message>
    <message>
        <source>File: {agency} {time}</source>
        <translation>İşle: {agency} {time}</translation>
    </message>
    <message>
        <source>Type a figure: a new bulletin of {agency} begins</source>
        <translation>Rakam yazınca yeni bülten açılır: {agency}</translation>
    </message>
    <message>
        <source>There is no filed bulletin of {agency} for {place} to correct.</source>
        <translation>{agency}, {place}: düzeltilecek işlenmiş bülten yok.</translation>
    </message>
    <message>
        <source>Correcting {agency}, {place}, {time}: mend the figures, then Ctrl+Enter files the correction with its reason.</source>
        <translation>Düzeltiliyor: {agency}, {place}, {time}. Rakamları düzeltin; Ctrl+Enter düzeltmeyi gerekçesiyle işler.</translation>
    </message>
    <message>
        <source>There is no filed bulletin of {agency} for {place} to withdraw.</source>
        <translation>{agency}, {place}: geri çekilecek işlenmiş bülten yok.</translation>
    </message>
    <message>
        <source>There is no draft of {agency} for {place}.</source>
        <translation>{agency}, {place}: taslak yok.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>İşle</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Taslağı at</translation>
    </message>
    <message>
        <source>Enter ↓ · Tab → · Ctrl+V pastes</source>
        <translation>Enter ↓ · Tab → · Ctrl+V yapıştır</translation>
    </message>
    <message>
        <source>Figures of the place</source>
        <translation>Yerin rakamları</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>In the lead, points</source>
        <translation>Önde olan, puan</translation>
    </message>
</context>
<context>
    <name>FiguresModel</name>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Ajans</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Rakam</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Basılan</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Şimdi</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>Bülten</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>geri çekildi</translation>
    </message>
    <message>
        <source>wrong now</source>
        <translation>artık yanlış</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>düzeltildi</translation>
    </message>
    <message>
        <source>newer figure</source>
        <translation>yenisi var</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>geçerli</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Another folder…</source>
        <translation>Başka klasör…</translation>
    </message>
    <message>
        <source>This night</source>
        <translation>Bu gece</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Mühür</translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation>Otomatik yedekler</translation>
    </message>
    <message>
        <source>Folder for the automatic backups</source>
        <translation>Otomatik yedeklerin klasörü</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>place</source>
        <translation>yer</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>bulgu</translation>
    </message>
    <message>
        <source>command</source>
        <translation>komut</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>ayar</translation>
    </message>
    <message>
        <source>post</source>
        <translation>gönderi</translation>
    </message>
    <message>
        <source>its figures</source>
        <translation>rakamları</translation>
    </message>
    <message>
        <source>its cell</source>
        <translation>hücresi</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>defter</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Her şeyi ara</translation>
    </message>
    <message>
        <source>A place, a post, a finding, a setting or a command</source>
        <translation>Yer, gönderi, bulgu, ayar ya da komut</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Bulunanlar</translation>
    </message>
    <message>
        <source>Enter goes there, Esc closes</source>
        <translation>Enter oraya götürür, Esc kapatır</translation>
    </message>
    <message>
        <source>Nothing of the night is called so.</source>
        <translation>Gecede böyle bir şey yok.</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings of the place</source>
        <translation>Yerin bulguları</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Hücreye git</translation>
    </message>
    <message>
        <source>This cell: {where}</source>
        <translation>Bu hücre: {where}</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>Öneriyi al</translation>
    </message>
    <message>
        <source>Also in {place}</source>
        <translation>{place}: ayrıca</translation>
    </message>
    <message>
        <source>Findings are being worked out…</source>
        <translation>Bulgular hesaplanıyor…</translation>
    </message>
    <message>
        <source>Findings: {n}</source>
        <translation>Bulgu: {n}</translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation>Bulgu yok.</translation>
    </message>
    <message>
        <source>Take acceptance back</source>
        <translation>Kabulü geri al</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Kabul et…</translation>
    </message>
</context>
<context>
    <name>FollowingLabel</name>
    <message>
        <source>What was written elsewhere is being proved…</source>
        <translation>Başka yerde yazılanlar doğrulanıyor…</translation>
    </message>
    <message>
        <source>not following: {why}</source>
        <translation>izlemiyor: {why}</translation>
    </message>
    <message>
        <source>nothing can be saved here: {why}</source>
        <translation>buraya kaydedilemiyor: {why}</translation>
    </message>
    <message>
        <source>Following the file again.</source>
        <translation>Dosya yeniden izleniyor.</translation>
    </message>
    <message>
        <source>The file is back.</source>
        <translation>Dosya yeniden yerinde.</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>Widest gap of a share: {gap} {gap:point|points}</source>
        <translation>Oranlarda en geniş fark: {gap} puan</translation>
    </message>
    <message>
        <source>The leads are {gap} {gap:point|points} apart</source>
        <translation>Önde olanın farkı ajanstan ajansa {gap} puan değişiyor</translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>What stands in the way of the post</source>
        <translation>Gönderinin önündeki engeller</translation>
    </message>
    <message>
        <source>Go there and mend it</source>
        <translation>Yerine git ve düzelt</translation>
    </message>
    <message>
        <source>Publish all the same, with a reason…</source>
        <translation>Yine de gerekçesiyle yayımla…</translation>
    </message>
    <message>
        <source>Reason to publish all the same</source>
        <translation>Yine de yayımlama gerekçesi</translation>
    </message>
    <message>
        <source>Publish with this reason</source>
        <translation>Bu gerekçeyle yayımla</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>Yayımlamaya engel yok.</translation>
    </message>
    <message>
        <source>In the way of this post: {n}</source>
        <translation>Bu gönderinin önündeki engel: {n}</translation>
    </message>
    <message>
        <source>Leave {place} out of the post</source>
        <translation>Gönderiden çıkar: {place}</translation>
    </message>
    <message>
        <source>Accept the finding with a reason…</source>
        <translation>Bulguyu gerekçesiyle kabul et…</translation>
    </message>
    <message>
        <source>The ban was lifted…</source>
        <translation>Yasak kaldırıldı…</translation>
    </message>
</context>
<context>
    <name>ImportFigures</name>
    <message>
        <source>Figures from a file</source>
        <translation>Dosyadan rakamlar</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>İlk satır sütunların adları</translation>
    </message>
    <message>
        <source>Contest</source>
        <translation>Yarış</translation>
    </message>
    <message>
        <source>Agency, where no column names it</source>
        <translation>Ajans (sütunu yoksa)</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>seçin…</translation>
    </message>
    <message>
        <source>Time, where no column has it</source>
        <translation>Saat (sütunu yoksa)</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>{n}. sütun</translation>
    </message>
    <message>
        <source>What {column} means</source>
        <translation>{column} ne demek</translation>
    </message>
    <message>
        <source>nothing: it is left out</source>
        <translation>hiçbiri: dışarıda kalır</translation>
    </message>
    <message>
        <source>the place</source>
        <translation>yer</translation>
    </message>
    <message>
        <source>the agency</source>
        <translation>ajans</translation>
    </message>
    <message>
        <source>the time</source>
        <translation>saat</translation>
    </message>
    <message>
        <source>File {n} {n:bulletin|bulletins}</source>
        <translation>{n} bülteni işle</translation>
    </message>
    <message>
        <source>File {n} {n:bulletin|bulletins}, leave {m} {m:row|rows} out</source>
        <translation>{n} bülteni işle, {m} satır dışarıda kalsın</translation>
    </message>
    <message>
        <source>No column says a figure yet.</source>
        <translation>Henüz rakam söyleyen bir sütun yok.</translation>
    </message>
    <message>
        <source>Filed from the file: {n} {n:bulletin|bulletins}, {file}</source>
        <translation>Dosyadan işlendi: {n} bülten, {file}</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Dosyanın sütunları</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Sütun</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Örnekler</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Ne demek</translation>
    </message>
    <message>
        <source>What would be filed</source>
        <translation>İşlenecek olan</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Ajans</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Rakamlar</translation>
    </message>
</context>
<context>
    <name>Items</name>
    <message>
        <source>share</source>
        <translation>oy oranı</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>oy</translation>
    </message>
    <message>
        <source>seats</source>
        <translation>sandalye</translation>
    </message>
    <message>
        <source>opened, %</source>
        <translation>açılan, %</translation>
    </message>
    <message>
        <source>opened boxes</source>
        <translation>açılan sandık</translation>
    </message>
    <message>
        <source>total boxes</source>
        <translation>toplam sandık</translation>
    </message>
    <message>
        <source>turnout, %</source>
        <translation>katılım, %</translation>
    </message>
    <message>
        <source>lead in points</source>
        <translation>puan farkı</translation>
    </message>
    <message>
        <source>lead in votes</source>
        <translation>oy farkı</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>önde olan</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Type a figure: 58,63 · 58.63 · %58,63</source>
        <translation>Rakam yaz: 58,63 · 58.63 · %58,63</translation>
    </message>
    <message>
        <source>Take it and go to the next row</source>
        <translation>Al ve sonraki satıra geç</translation>
    </message>
    <message>
        <source>Take it and go to the other agency</source>
        <translation>Al ve öteki ajansa geç</translation>
    </message>
    <message>
        <source>Give the old value back</source>
        <translation>Eski değere dön</translation>
    </message>
    <message>
        <source>Change what is in the cell</source>
        <translation>Hücredekini değiştir</translation>
    </message>
    <message>
        <source>Clear the cell: not reported</source>
        <translation>Hücreyi boşalt: bildirilmedi</translation>
    </message>
    <message>
        <source>Overtype the time</source>
        <translation>Saatin üzerine yaz</translation>
    </message>
    <message>
        <source>Fill cells with copied numbers</source>
        <translation>Kopyalanan sayılarla hücreleri doldur</translation>
    </message>
    <message>
        <source>First, second, third contest</source>
        <translation>Birinci, ikinci, üçüncü yarış</translation>
    </message>
    <message>
        <source>Places: add · correct · take out</source>
        <translation>Yerler: ekle · düzelt · çıkar</translation>
    </message>
    <message>
        <source>Comparison: put the place into the post</source>
        <translation>Karşılaştırma: yeri gönderiye ekle</translation>
    </message>
    <message>
        <source>Comparison: go to the place&apos;s figures</source>
        <translation>Karşılaştırma: yerin rakamlarına git</translation>
    </message>
    <message>
        <source>Bulletins: correct · withdraw</source>
        <translation>Bültenler: düzelt · geri çek</translation>
    </message>
    <message>
        <source>In the ledger: to the figures, to the cell</source>
        <translation>Yayın defterinde: rakamlara, oradan hücreye git</translation>
    </message>
    <message>
        <source>In the ledger: retract the post</source>
        <translation>Yayın defterinde: gönderiyi geri çek</translation>
    </message>
    <message>
        <source>In the ledger: show all posts again</source>
        <translation>Yayın defterinde: bütün gönderileri göster</translation>
    </message>
    <message>
        <source>What waits: go there · seen · accept</source>
        <translation>Bekleyenler: git · gördüm · kabul et</translation>
    </message>
    <message>
        <source>A page&apos;s own window: put it away</source>
        <translation>Ayrı penceredeki sayfa: kapat</translation>
    </message>
    <message>
        <source>Gate: go to it · the way out</source>
        <translation>Engeller: yerine git · çözümü</translation>
    </message>
    <message>
        <source>Posts: out of what is in the way</source>
        <translation>Gönderi: engelden çıkış yolları</translation>
    </message>
    <message>
        <source>Larger, smaller, all of it: charts, map, sheets</source>
        <translation>Büyüt, küçült, tamamı: grafik, harita ve föylerde</translation>
    </message>
    <message>
        <source>Further, back: charts, sheets</source>
        <translation>İleri, geri: grafik ve föylerde</translation>
    </message>
    <message>
        <source>Handbook and keys</source>
        <translation>El kitabı ve tuşlar</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sayfa</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>İçindekiler</translation>
    </message>
    <message>
        <source>Search keys and handbook</source>
        <translation>Tuşlarda ve el kitabında ara</translation>
    </message>
    <message>
        <source>A key, what it does, a word, a code</source>
        <translation>Bir tuş, ne yaptığı, bir sözcük, bir kod</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Bütün tuşlar</translation>
    </message>
    <message>
        <source>Nothing here says that. Ctrl+F finds commands too.</source>
        <translation>Burada böyle bir şey yok. Ctrl+F komutları da bulur.</translation>
    </message>
    <message>
        <source>In the tables</source>
        <translation>Tablolarda</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Comparison</source>
        <translation>Karşılaştırma</translation>
    </message>
    <message>
        <source>First figures</source>
        <translation>İlk rakamlar</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Fark</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Genel durum</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ne değişti</translation>
    </message>
    <message>
        <source>Where the agencies differ</source>
        <translation>Ajansların farkları</translation>
    </message>
    <message>
        <source>New leaders</source>
        <translation>Yeni liderler</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Açıklama</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Summary to pin</source>
        <translation>Sabitlenecek özet</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Düzeltme</translation>
    </message>
    <message>
        <source>Closing post</source>
        <translation>Kapanış</translation>
    </message>
</context>
<context>
    <name>LastPage</name>
    <message>
        <source>Agencies and file</source>
        <translation>Ajanslar ve dosya</translation>
    </message>
    <message>
        <source>Agencies: Space checks, Alt+↑↓ orders; the first two stand side by side</source>
        <translation>Ajanslar: Boşluk işaretler, Alt+↑↓ sıralar; ilk ikisi yan yana durur</translation>
    </message>
    <message>
        <source>The night&apos;s file</source>
        <translation>Gecenin dosyası</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Ajanslar</translation>
    </message>
    <message>
        <source>Another agency</source>
        <translation>Başka ajans</translation>
    </message>
    <message>
        <source>Another agency: type its name, Enter</source>
        <translation>Başka ajans: adını yazın, Enter</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Seç…</translation>
    </message>
    <message>
        <source>Save the election as a file…</source>
        <translation>Seçimi dosya olarak kaydet…</translation>
    </message>
    <message>
        <source>The election as a file</source>
        <translation>Dosya olarak seçim</translation>
    </message>
    <message>
        <source>Elections (*.json)</source>
        <translation>Seçimler (*.json)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>File of the night</source>
        <translation>Gecenin dosyası</translation>
    </message>
    <message>
        <source>Nights (*.secim)</source>
        <translation>Geceler (*.secim)</translation>
    </message>
    <message>
        <source>{n} {n:place|places}</source>
        <translation>{n} yer</translation>
    </message>
    <message>
        <source>{night}: {where}; figures of {agencies}.</source>
        <translation>{night}: {where}; rakamların kaynağı {agencies}.</translation>
    </message>
</context>
<context>
    <name>LedgerDetail</name>
    <message>
        <source>The post as it went out</source>
        <translation>Yayımlandığı hâliyle gönderi</translation>
    </message>
    <message>
        <source>Choose a post on the left.</source>
        <translation>Soldan bir gönderi seçin.</translation>
    </message>
    <message>
        <source>The correction that is ready</source>
        <translation>Hazır düzeltme</translation>
    </message>
    <message>
        <source>Correction ready</source>
        <translation>Düzeltme hazır</translation>
    </message>
    <message>
        <source>published, it marks the old post too</source>
        <translation>yayımlanınca eski gönderi de işaretlenir</translation>
    </message>
    <message>
        <source>What the post printed</source>
        <translation>Gönderide yazılanlar</translation>
    </message>
    <message>
        <source>Only what is wrong</source>
        <translation>Yalnız yanlış olanlar</translation>
    </message>
    <message>
        <source>Other figures: {n}</source>
        <translation>Öteki {n} rakam</translation>
    </message>
    <message>
        <source>As of {time}, bulletin {number}</source>
        <translation>Saat {time}, bülten {number}</translation>
    </message>
    <message>
        <source>Published by {who}</source>
        <translation>Yayımlayan: {who}</translation>
    </message>
    <message>
        <source>Retracted: {reason}</source>
        <translation>Geri çekildi: {reason}</translation>
    </message>
    <message>
        <source>The gate was overruled: {reason}</source>
        <translation>Engele rağmen yayımlandı: {reason}</translation>
    </message>
    <message>
        <source>Published at {time}</source>
        <translation>Yayımlandı {time}</translation>
    </message>
    <message>
        <source>Retracted; it stays in the ledger</source>
        <translation>Geri çekildi; defterde duruyor</translation>
    </message>
    <message>
        <source>Wrong now: figures printed that have changed: {n}</source>
        <translation>Artık yanlış: basılan {n} rakam değişti</translation>
    </message>
    <message>
        <source>Corrected: the correction is out</source>
        <translation>Düzeltildi: düzeltmesi yayımlandı</translation>
    </message>
    <message>
        <source>Published over what stood in its way</source>
        <translation>Engele rağmen yayımlandı</translation>
    </message>
    <message>
        <source>Cites no figure</source>
        <translation>Rakamsız</translation>
    </message>
    <message>
        <source>Stands: nothing it printed was corrected</source>
        <translation>Geçerli: bastığı hiçbir rakam düzeltilmedi</translation>
    </message>
    <message>
        <source>This post cites no figure.</source>
        <translation>Bu gönderi hiçbir rakama dayanmıyor.</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Yerler</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Rakam</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Yazılan</translation>
    </message>
    <message>
        <source>retracted</source>
        <translation>geri çekildi</translation>
    </message>
    <message>
        <source>wrong now</source>
        <translation>artık yanlış</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>sabit</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>düzeltildi</translation>
    </message>
    <message>
        <source>overruled</source>
        <translation>engele rağmen</translation>
    </message>
    <message>
        <source>key event</source>
        <translation>öne çıkan</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>geçerli</translation>
    </message>
    <message>
        <source>no figures</source>
        <translation>rakamsız</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>Let it stand again</source>
        <translation>Yeniden geçerli say</translation>
    </message>
    <message>
        <source>Retract the post</source>
        <translation>Gönderiyi geri çek</translation>
    </message>
    <message>
        <source>Stands again: {headline}.</source>
        <translation>Yeniden geçerli: {headline}.</translation>
    </message>
    <message>
        <source>Retracted: {headline}. It stays in the ledger; Ctrl+Z lets it stand.</source>
        <translation>Geri çekildi: {headline}. Defterde kalır; Ctrl+Z onu yeniden geçerli kılar.</translation>
    </message>
    <message>
        <source>At the top of the page again: the newest summary or closing.</source>
        <translation>Sayfanın başında yine en yeni özet ya da kapanış var.</translation>
    </message>
    <message>
        <source>At the top of the liveblog&apos;s page: {headline}.</source>
        <translation>Canlı anlatım sayfasının başında: {headline}.</translation>
    </message>
    <message>
        <source>No key event of the liveblog&apos;s page: {headline}.</source>
        <translation>Öne çıkanlardan çıkarıldı: {headline}.</translation>
    </message>
    <message>
        <source>A key event of the liveblog&apos;s page: {headline}.</source>
        <translation>Öne çıkanlara alındı: {headline}.</translation>
    </message>
    <message>
        <source>Retracted: it is not on the page.</source>
        <translation>Geri çekilmiş: sayfada yok.</translation>
    </message>
    <message>
        <source>Is the post of {time}, “{headline}”, to stand again? Retracted: {reason}.</source>
        <translation>{time} gönderisi, “{headline}”, yeniden geçerli olsun mu? Geri çekilme gerekçesi: {reason}.</translation>
    </message>
    <message>
        <source>Is the post of {time}, “{headline}”, to be retracted? It stays in the ledger with the reason; what was pasted elsewhere is still there.</source>
        <translation>{time} gönderisi, “{headline}”, geri çekilsin mi? Gerekçesiyle birlikte defterde kalır; başka bir yere yapıştırılan metin orada kalır.</translation>
    </message>
    <message>
        <source>Copied as text and HTML: {headline}</source>
        <translation>Metin ve HTML olarak kopyalandı: {headline}</translation>
    </message>
    <message>
        <source>Copied, but retracted: {headline}</source>
        <translation>Kopyalandı ama bu gönderi geri çekilmişti: {headline}</translation>
    </message>
    <message>
        <source>Search in every post: type</source>
        <translation>Bütün gönderilerde ara: yazmaya başlayın</translation>
    </message>
    <message>
        <source>Search in every post</source>
        <translation>Bütün gönderilerde ara</translation>
    </message>
    <message>
        <source>Which posts</source>
        <translation>Hangi gönderiler</translation>
    </message>
    <message>
        <source>Ledger of what went out</source>
        <translation>Yayın defteri</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Hepsini göster</translation>
    </message>
    <message>
        <source>Published posts</source>
        <translation>Yayımlanan gönderiler</translation>
    </message>
    <message>
        <source>Draft the correction…</source>
        <translation>Düzeltmeyi hazırla…</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Yeniden kopyala</translation>
    </message>
    <message>
        <source>Go to the figure</source>
        <translation>Rakama git</translation>
    </message>
    <message>
        <source>Let it stand again…</source>
        <translation>Yeniden geçerli say…</translation>
    </message>
    <message>
        <source>Retract…</source>
        <translation>Geri çek…</translation>
    </message>
    <message>
        <source>Nothing has been published yet. What goes out from Post stands here: Ctrl+3.</source>
        <translation>Henüz hiçbir şey yayımlanmadı. Gönderi sayfasından yayımlananlar burada durur: Ctrl+3.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Hepsi</translation>
    </message>
    <message>
        <source>Wrong {n}</source>
        <translation>Yanlış {n}</translation>
    </message>
    <message>
        <source>Corrected {n}</source>
        <translation>Düzeltilen {n}</translation>
    </message>
    <message>
        <source>Retracted {n}</source>
        <translation>Geri çekilen {n}</translation>
    </message>
    <message>
        <source>Overruled {n}</source>
        <translation>Engele rağmen {n}</translation>
    </message>
    <message>
        <source>posts: {posts} · figures: {figures} · wrong now: {wrong}</source>
        <translation>{posts} gönderi · {figures} rakam · artık yanlış: {wrong}</translation>
    </message>
    <message>
        <source>No published post is like that.</source>
        <translation>Böyle bir gönderi yok.</translation>
    </message>
    <message>
        <source>Posts that cite {figure}</source>
        <translation>Şu rakama dayanan gönderiler: {figure}</translation>
    </message>
</context>
<context>
    <name>ListedModel</name>
    <message>
        <source>Line</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>Contest</source>
        <translation>Yarış</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Aday</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>her yerde</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>aynı</translation>
    </message>
    <message>
        <source>takes out {names}</source>
        <translation>çıkarılacak: {names}</translation>
    </message>
    <message>
        <source>nobody to take out</source>
        <translation>çıkarılacak kimse yok</translation>
    </message>
    <message>
        <source>instead of {name}</source>
        <translation>{name} yerine</translation>
    </message>
    <message>
        <source>new</source>
        <translation>yeni</translation>
    </message>
</context>
<context>
    <name>Liveblog</name>
    <message>
        <source>Writing the liveblog</source>
        <translation>Canlı anlatım sayfası oluşturuluyor</translation>
    </message>
    <message>
        <source>Posts and their pictures:</source>
        <translation>Gönderiler ve resimleri:</translation>
    </message>
    <message>
        <source>Folder for the liveblog</source>
        <translation>Canlı anlatım sayfasının klasörü</translation>
    </message>
    <message>
        <source>Stopped; no liveblog was written.</source>
        <translation>Durduruldu; canlı anlatım sayfası oluşturulmadı.</translation>
    </message>
    <message>
        <source>Liveblog written: {file}</source>
        <translation>Canlı anlatım sayfası oluşturuldu: {file}</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Tarayıcıda aç</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Automatic</source>
        <translation>Otomatik</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>sistemdeki gibi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Renkler</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Pencerenin dili</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Bekleyen bir şey yok.</translation>
    </message>
    <message>
        <source>You are where you were.</source>
        <translation>Zaten olduğunuz yerdesiniz.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open a night</source>
        <translation>Gece aç</translation>
    </message>
    <message>
        <source>Nights (*.secim)</source>
        <translation>Geceler (*.secim)</translation>
    </message>
    <message>
        <source>Save everything elsewhere</source>
        <translation>Farklı kaydet</translation>
    </message>
    <message>
        <source>Whose backups?</source>
        <translation>Hangi gecenin yedekleri?</translation>
    </message>
    <message>
        <source>The pages have other keys now: 1 entry, 2 comparison, 3 post, 4 ledger, 5 pictures, 6 paper, each with Ctrl. F1 shows all keys.</source>
        <translation>Sayfaların tuşları değişti: Ctrl ile 1 giriş, 2 karşılaştırma, 3 gönderi, 4 defter, 5 resimler, 6 kâğıt. Bütün tuşlar F1&apos;de.</translation>
    </message>
    <message>
        <source>Seal: {seal}</source>
        <translation>Mühür: {seal}</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>salt okunur</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>kaydedildi {time}</translation>
    </message>
    <message>
        <source>everything saved</source>
        <translation>her şey kayıtlı</translation>
    </message>
</context>
<context>
    <name>MapBeside</name>
    <message>
        <source>arrows: to the neighbour</source>
        <translation>ok tuşları: komşuya</translation>
    </message>
    <message>
        <source>Open on Entry</source>
        <translation>Girişte aç</translation>
    </message>
    <message>
        <source>Leaders differ</source>
        <translation>Önde olan farklı</translation>
    </message>
    <message>
        <source>Places where the leaders differ</source>
        <translation>Önde olanın farklı olduğu yerler</translation>
    </message>
    <message>
        <source>Both agencies name the same leader wherever both spoke.</source>
        <translation>İki ajansın da rakam verdiği her yerde önde olan aynı.</translation>
    </message>
    <message>
        <source>Leaders differ: {leads}.</source>
        <translation>Önde olan farklı: {leads}.</translation>
    </message>
    <message>
        <source>Ahead: {leads}.</source>
        <translation>Önde: {leads}.</translation>
    </message>
    <message>
        <source>Neither agency has said who leads here.</source>
        <translation>Burada kimin önde olduğunu iki ajans da söylemedi.</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Leaders in both agencies</source>
        <translation>İki ajansta önde olanlar</translation>
    </message>
    <message>
        <source>Leaders in {agency}</source>
        <translation>Önde olanlar: {agency}</translation>
    </message>
    <message>
        <source>Gap between the agencies</source>
        <translation>Ajanslar arasındaki fark</translation>
    </message>
    <message>
        <source>Opened boxes</source>
        <translation>Açılan sandık</translation>
    </message>
    <message>
        <source>Age of the newest bulletins</source>
        <translation>Son bültenlerin yaşı</translation>
    </message>
    <message>
        <source>What the tiles tell</source>
        <translation>Kutuların gösterdiği</translation>
    </message>
    <message>
        <source>Tile map of the districts</source>
        <translation>İlçelerin kutu haritası</translation>
    </message>
    <message>
        <source>Arrows: to the neighbour · letters: to a name · Enter: its figures · + − 0: size</source>
        <translation>Oklar: komşuya · harfler: ada · Enter: rakamları · + − 0: boyut</translation>
    </message>
</context>
<context>
    <name>Marked</name>
    <message>
        <source>Copied, but not published: “{headline}” is not in the ledger.</source>
        <translation>Kopyalandı ama yayımlanmadı: “{headline}” yayın defterinde yok.</translation>
    </message>
</context>
<context>
    <name>MessageField</name>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
</context>
<context>
    <name>NightTelling</name>
    <message>
        <source>Local election</source>
        <translation>Yerel seçim</translation>
    </message>
    <message>
        <source>mayors and councils; metropolitan mayors, provincial councils</source>
        <translation>belediye başkanları ve meclisleri; büyükşehir, il genel meclisi</translation>
    </message>
    <message>
        <source>Presidential election</source>
        <translation>Cumhurbaşkanlığı seçimi</translation>
    </message>
    <message>
        <source>first round</source>
        <translation>birinci tur</translation>
    </message>
    <message>
        <source>Presidential election, second round</source>
        <translation>Cumhurbaşkanlığı seçimi, ikinci tur</translation>
    </message>
    <message>
        <source>the first two of the first round</source>
        <translation>ilk turun ilk iki adayı</translation>
    </message>
    <message>
        <source>Parliamentary election</source>
        <translation>Milletvekili seçimi</translation>
    </message>
    <message>
        <source>parties and their seats</source>
        <translation>partiler ve milletvekili sayıları</translation>
    </message>
    <message>
        <source>General election</source>
        <translation>Genel seçim</translation>
    </message>
    <message>
        <source>president and parliament on one day</source>
        <translation>cumhurbaşkanlığı ve milletvekilliği aynı gün</translation>
    </message>
    <message>
        <source>Referendum</source>
        <translation>Halkoylaması</translation>
    </message>
    <message>
        <source>Evet and Hayır</source>
        <translation>Evet ve Hayır</translation>
    </message>
    <message>
        <source>By-election</source>
        <translation>Ara seçim</translation>
    </message>
    <message>
        <source>municipalities that vote again</source>
        <translation>yeniden sandığa giden belediyeler</translation>
    </message>
    <message>
        <source>Another count</source>
        <translation>Başka bir sayım</translation>
    </message>
    <message>
        <source>a union, a congress, places of your own</source>
        <translation>sendika, kurultay; kendi yerleriniz</translation>
    </message>
    <message>
        <source>{n} {n:district|districts}</source>
        <translation>{n} ilçe</translation>
    </message>
    <message>
        <source>{n} {n:town|towns}</source>
        <translation>{n} belde</translation>
    </message>
    <message>
        <source>{n} {n:province|provinces}</source>
        <translation>{n} il</translation>
    </message>
    <message>
        <source>No place yet</source>
        <translation>Henüz yer yok</translation>
    </message>
    <message>
        <source>in the whole country</source>
        <translation>bütün ülkede</translation>
    </message>
    <message>
        <source>in {n} {n:province|provinces}</source>
        <translation>{n} ilde</translation>
    </message>
    <message>
        <source>in {n} {n:place|places}</source>
        <translation>{n} yerde</translation>
    </message>
    <message>
        <source>{contests} {places}</source>
        <translation>{places} {contests}</translation>
    </message>
    <message>
        <source>{contests}.</source>
        <translation>{contests} oylanıyor.</translation>
    </message>
    <message>
        <source>Nobody stands yet: {contests}. They can be added later.</source>
        <translation>Henüz adayı yok: {contests}. Sonra da girilebilir.</translation>
    </message>
    <message>
        <source>Candidates open: {contests}. They can be added later.</source>
        <translation>Adayları eksik: {contests}. Sonra da girilebilir.</translation>
    </message>
    <message>
        <source>Nobody yet: type a name below, or paste a list.</source>
        <translation>Henüz kimse yok: aşağıya ad yazın ya da liste yapıştırın.</translation>
    </message>
    <message>
        <source>The first two of the first round.</source>
        <translation>İlk turun ilk iki adayı.</translation>
    </message>
    <message>
        <source>The parties with at least 0.5 % on {day}; type or paste the candidates.</source>
        <translation>{day} seçiminde yüzde 0,5&apos;i geçen partilerle başlandı; adayları yazın ya da yapıştırın.</translation>
    </message>
</context>
<context>
    <name>NightView</name>
    <message>
        <source>Filed from the text: {bulletins}.</source>
        <translation>Metinden işlendi: {bulletins}.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sayfalar</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Giriş</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Karşılaştırma</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Gönderi</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Defter</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Resimler</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kâğıt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Places side by side</source>
        <translation>Yer yer</translation>
    </message>
    <message>
        <source>What the gaps come from</source>
        <translation>Fark neden</translation>
    </message>
    <message>
        <source>published and wrong now: {n}</source>
        <translation>yayında, artık yanlış: {n}</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafikler</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Harita</translation>
    </message>
</context>
<context>
    <name>NightWizard</name>
    <message>
        <source>Make the night</source>
        <translation>Geceyi kur</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>İleri</translation>
    </message>
    <message>
        <source>A new night</source>
        <translation>Yeni gece</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Begin afresh</source>
        <translation>Baştan başla</translation>
    </message>
    <message>
        <source>This night was left half made; here it is again.</source>
        <translation>Bu gece yarım kalmıştı; kaldığı yerden sürüyor.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{n} is words again: F7 ties it, Shift+F7 makes it yours.</source>
        <translation>{n} yine düz yazı: F7 bağlar, Shift+F7 sizin sayar.</translation>
    </message>
    <message>
        <source>No figure says {n}</source>
        <translation>{n} diyen rakam yok</translation>
    </message>
    <message>
        <source>It is my own number</source>
        <translation>Editörün sayısı</translation>
    </message>
    <message>
        <source>Every number of this post is tied, or yours.</source>
        <translation>Bu gönderideki her sayı bir rakama bağlı ya da sizin.</translation>
    </message>
    <message>
        <source>There is no tied number beside the caret.</source>
        <translation>İmlecin yanında bağlı bir sayı yok.</translation>
    </message>
    <message>
        <source>No loose number at the caret. F8 goes to the next one, if there is any.</source>
        <translation>İmlecin yerinde bağlanmamış sayı yok. Varsa sıradakine F8 gider.</translation>
    </message>
</context>
<context>
    <name>Opened</name>
    <message>
        <source>from {boxes} of {total} {total:box|boxes}</source>
        <translation>Hesaplandı: açılan {boxes}, toplam {total} sandık</translation>
    </message>
    <message>
        <source>{agency} at {time}</source>
        <translation>{agency}, saat {time}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Already in the ledger as it stands; copied again: {headline}</source>
        <translation>Bu hâliyle zaten yayın defterinde; yeniden kopyalandı: {headline}</translation>
    </message>
    <message>
        <source>This desk only reads: the other one publishes. Copying is possible.</source>
        <translation>Dosya burada salt okunur açık; yayımlama öteki masadan yapılır. Kopyalayabilirsiniz.</translation>
    </message>
    <message>
        <source>In the ledger and on the clipboard: {headline}. To retract it: Ctrl+4, Del.</source>
        <translation>Yayın defterinde ve panoda: {headline}. Geri çekmek için: Ctrl+4, Del.</translation>
    </message>
    <message>
        <source>Copied as {form}: {headline}</source>
        <translation>{form} olarak kopyalandı: {headline}</translation>
    </message>
    <message>
        <source>Copied as text and HTML: {headline}</source>
        <translation>Metin ve HTML olarak kopyalandı: {headline}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>Taken back from the ledger; what was pasted elsewhere is still there.</source>
        <translation>Yayın defterinden geri alındı; başka yere yapıştırılan orada duruyor.</translation>
    </message>
</context>
<context>
    <name>OwnFaults</name>
    <message>
        <source>Go &amp;on</source>
        <translation>&amp;Devam et</translation>
    </message>
    <message>
        <source>&amp;Close the desk</source>
        <translation>Masayı &amp;kapat</translation>
    </message>
    <message>
        <source>The desk made a mistake of its own. Every figure up to now is in the file. You can go on; if the window behaves oddly, close it and open the file again.</source>
        <translation>Programda bir hata oluştu. Şu ana kadarki bütün rakamlar dosyada. Devam edebilirsiniz; pencere tuhaf davranırsa kapatıp dosyayı yeniden açın.</translation>
    </message>
    <message>
        <source>What happened is written down here, for whoever looks after the desk:</source>
        <translation>Olan biten, masaya bakan kişi için şuraya yazıldı:</translation>
    </message>
</context>
<context>
    <name>PageWindows</name>
    <message>
        <source>Map, charts, ledger and the board of gaps can have a window.</source>
        <translation>Harita, grafikler, defter ve fark tablosu ayrı pencerede açılabilir.</translation>
    </message>
    <message>
        <source>What the gaps come from</source>
        <translation>Fark neden</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Harita</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafikler</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Defter</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Read an agency&apos;s text</source>
        <translation>Ajans metnini oku</translation>
    </message>
    <message>
        <source>File all</source>
        <translation>Hepsini işle</translation>
    </message>
    <message>
        <source>Close without filing</source>
        <translation>İşlemeden kapat</translation>
    </message>
    <message>
        <source>The text is too long to be a bulletin ({n} characters). Paste the part with the figures.</source>
        <translation>Metin bir bülten için çok uzun ({n} karakter). Rakamların olduğu bölümü yapıştırın.</translation>
    </message>
    <message>
        <source>Answer the questions first; 0 leaves out what they are about.</source>
        <translation>Önce soruları yanıtlayın; 0, sorulanı dışarıda bırakır.</translation>
    </message>
    <message>
        <source>There is nothing here to file.</source>
        <translation>Burada işlenecek bir şey yok.</translation>
    </message>
    <message>
        <source>The agency&apos;s text</source>
        <translation>Ajansın metni</translation>
    </message>
    <message>
        <source>Figures read</source>
        <translation>Okunan rakamlar</translation>
    </message>
    <message>
        <source>Reason of the correction</source>
        <translation>Düzeltmenin gerekçesi</translation>
    </message>
    <message>
        <source>{n} {n:figure|figures} in {m} {m:bulletin|bulletins}, {k} to file. * not in the text</source>
        <translation>Rakam: {n}, bülten: {m}, işlenecek: {k}. * metinde yok</translation>
    </message>
    <message>
        <source>No figure was read.</source>
        <translation>Hiç rakam okunmadı.</translation>
    </message>
</context>
<context>
    <name>PasteModel</name>
    <message>
        <source>Bulletin</source>
        <translation>Bülten</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Rakam</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Okunan</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dosyada</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>already filed</source>
        <translation>zaten dosyada</translation>
    </message>
    <message>
        <source>corrects {old}</source>
        <translation>{old} yerine</translation>
    </message>
    <message>
        <source>new</source>
        <translation>yeni</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>değişti</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>aynı</translation>
    </message>
    <message>
        <source>{state}, by hand</source>
        <translation>{state}, elle</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>ajans</translation>
    </message>
    <message>
        <source>place</source>
        <translation>yer</translation>
    </message>
    <message>
        <source>contest</source>
        <translation>yarış</translation>
    </message>
    <message>
        <source>time</source>
        <translation>saat</translation>
    </message>
    <message>
        <source>Not in the text, taken from where you stand: {what}</source>
        <translation>Metinde yok, bulunduğunuz yerden alındı: {what}</translation>
    </message>
</context>
<context>
    <name>PictureButtons</name>
    <message>
        <source>Smaller (−)</source>
        <translation>Küçült (−)</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>Resmin tamamı (0)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Büyüt (+)</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Resmi kopyala</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Resmi kaydet…</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>The picture that goes with the post</source>
        <translation>Gönderiyle giden grafik</translation>
    </message>
    <message>
        <source>What the picture shows, in words</source>
        <translation>Grafiğin sözle anlatımı</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Grafiği kopyala</translation>
    </message>
</context>
<context>
    <name>PlaceChart</name>
    <message>
        <source>Lead over the evening</source>
        <translation>Gece boyunca fark</translation>
    </message>
    <message>
        <source>The place&apos;s lead over the evening</source>
        <translation>Yerin gece boyunca farkı</translation>
    </message>
</context>
<context>
    <name>PlaceStrip</name>
    <message>
        <source>Places, folded</source>
        <translation>Yerler, katlanmış</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>country</source>
        <translation>ülke</translation>
    </message>
    <message>
        <source>all inside the country</source>
        <translation>yurt içi</translation>
    </message>
    <message>
        <source>abroad</source>
        <translation>yurt dışı</translation>
    </message>
    <message>
        <source>customs gates</source>
        <translation>gümrük kapıları</translation>
    </message>
    <message>
        <source>province</source>
        <translation>il</translation>
    </message>
    <message>
        <source>constituency</source>
        <translation>seçim çevresi</translation>
    </message>
    <message>
        <source>district</source>
        <translation>ilçe</translation>
    </message>
    <message>
        <source>town (belde)</source>
        <translation>belde</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>min ago</source>
        <translation>dk önce</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Fark</translation>
    </message>
    <message>
        <source>Later than this agency&apos;s rhythm</source>
        <translation>Ajansın olağan aralığına göre gecikti</translation>
    </message>
    <message>
        <source>Long silent</source>
        <translation>Uzun süredir sessiz</translation>
    </message>
    <message>
        <source>Counting on, but no share moves</source>
        <translation>Sayım ilerliyor, oranlar değişmiyor</translation>
    </message>
    <message>
        <source>Counted to the end</source>
        <translation>Sayım bitti</translation>
    </message>
    <message>
        <source>{n} {n:place|places}</source>
        <translation>{n} yer</translation>
    </message>
    <message>
        <source>{n} of them marked</source>
        <translation>{n} yer işaretli</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>katlı</translation>
    </message>
    <message>
        <source>A text that is no figure waits in a cell here: {agencies}</source>
        <translation>Buradaki bir hücrede rakam olmayan bir metin bekliyor: {agencies}</translation>
    </message>
    <message>
        <source>A bulletin here contradicts itself</source>
        <translation>Buradaki bir bülten kendisiyle çelişiyor</translation>
    </message>
    <message>
        <source>A bulletin here is unlikely</source>
        <translation>Buradaki bir bülten olası görünmüyor</translation>
    </message>
    <message>
        <source>The agencies disagree here</source>
        <translation>Ajanslar burada ayrışıyor</translation>
    </message>
    <message>
        <source>A draft is under way</source>
        <translation>Bekleyen bir taslak var</translation>
    </message>
    <message>
        <source>{share} % of the boxes opened</source>
        <translation>açılan sandık oranı: %{share}</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Find a place (Ctrl+K)</source>
        <translation>Yer bul (Ctrl+K)</translation>
    </message>
    <message>
        <source>Fold the places</source>
        <translation>Yerleri katla</translation>
    </message>
    <message>
        <source>Find a place</source>
        <translation>Yer bul</translation>
    </message>
    <message>
        <source>Order of the places</source>
        <translation>Yerlerin sırası</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Yerler</translation>
    </message>
    <message>
        <source>In Turkish order</source>
        <translation>Alfabe sırasıyla</translation>
    </message>
    <message>
        <source>Widest gap first</source>
        <translation>Önce en büyük fark</translation>
    </message>
    <message>
        <source>Longest silent first</source>
        <translation>Önce en uzun süredir sessiz olanlar</translation>
    </message>
    <message>
        <source>Marked first</source>
        <translation>Önce uyarılılar</translation>
    </message>
</context>
<context>
    <name>PlacesTree</name>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Seçilen</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Sandık</translation>
    </message>
    <message>
        <source>Registered voters</source>
        <translation>Kayıtlı seçmen</translation>
    </message>
    <message>
        <source>{name} (town)</source>
        <translation>{name} (belde)</translation>
    </message>
</context>
<context>
    <name>PostPreview</name>
    <message>
        <source>Preview of the post</source>
        <translation>Gönderinin önizlemesi</translation>
    </message>
    <message>
        <source>Write the post</source>
        <translation>Gönderi yaz</translation>
    </message>
    <message>
        <source>Places for the post: {n}</source>
        <translation>Gönderi için {n} yer</translation>
    </message>
    <message>
        <source>No place is ticked: Space ticks one.</source>
        <translation>Yer işaretlenmedi: Boşluk işaretler.</translation>
    </message>
    <message>
        <source>Show its text</source>
        <translation>Metni göster</translation>
    </message>
    <message>
        <source>Hide its text</source>
        <translation>Metni gizle</translation>
    </message>
    <message>
        <source>Tick the places the post is to tell of: Space on a line of the table, or its box.</source>
        <translation>Gönderide yer alacak yerleri işaretleyin: tablonun satırında boşluk tuşu ya da kutusu.</translation>
    </message>
</context>
<context>
    <name>PostSaving</name>
    <message>
        <source>Save the post</source>
        <translation>Gönderiyi kaydet</translation>
    </message>
    <message>
        <source>Text (*.txt);;HTML (*.html);;Markdown (*.md);;JSON (*.json);;The post&apos;s chart (*.png)</source>
        <translation>Metin (*.txt);;HTML (*.html);;Markdown (*.md);;JSON (*.json);;Gönderinin grafiği (*.png)</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>short form</source>
        <translation>Kısa biçim</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>The post as it goes out</source>
        <translation>Gönderinin çıkacağı biçim</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Forms of the post</source>
        <translation>Gönderinin biçimleri</translation>
    </message>
    <message>
        <source>Publish and copy: {n} in the way</source>
        <translation>Yayımla ve kopyala: önünde {n} engel</translation>
    </message>
    <message>
        <source>Publish and copy</source>
        <translation>Yayımla ve kopyala</translation>
    </message>
    <message>
        <source>Copy only</source>
        <translation>Yalnız kopyala</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C: the form in front; text and HTML together</source>
        <translation>Ctrl+Shift+C: öndeki biçim; metin ile HTML birlikte</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Farklı kaydet…</translation>
    </message>
    <message>
        <source>Short {n}/{limit}</source>
        <translation>Kısa {n}/{limit}</translation>
    </message>
</context>
<context>
    <name>Printed</name>
    <message>
        <source>{figure}, gap</source>
        <translation>{figure}, fark</translation>
    </message>
    <message>
        <source>leads, gap</source>
        <translation>farkların arası</translation>
    </message>
    <message>
        <source>{figure}, gap at equal opened share</source>
        <translation>{figure}, açılan sandık oranı eşitken fark</translation>
    </message>
    <message>
        <source>first places</source>
        <translation>ilk sıralar</translation>
    </message>
    <message>
        <source>widest gap</source>
        <translation>en büyük fark</translation>
    </message>
    <message>
        <source>districts counted</source>
        <translation>sayılan ilçeler</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>saat</translation>
    </message>
    <message>
        <source>more than half</source>
        <translation>yarıdan fazla</translation>
    </message>
    <message>
        <source>needed for half</source>
        <translation>yarı için gereken pay</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>eşit</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Making the pages</source>
        <translation>Sayfalar hazırlanıyor</translation>
    </message>
    <message>
        <source>Sheet {n} of {count}</source>
        <translation>Föy {n} / {count}</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Make a PDF and print it elsewhere, or add a printer in the system&apos;s settings.</source>
        <translation>Bu bilgisayarda kurulu yazıcı yok. PDF hazırlayıp başka yerde yazdırın ya da sistem ayarlarından bir yazıcı ekleyin.</translation>
    </message>
    <message>
        <source>Stopped; nothing more is printed.</source>
        <translation>Durduruldu; gerisi yazdırılmıyor.</translation>
    </message>
    <message>
        <source>Sent to the printer, pages: {pages}.</source>
        <translation>Yazıcıya gönderildi, sayfa: {pages}.</translation>
    </message>
    <message>
        <source>Save the sheets as PDF</source>
        <translation>Föyleri PDF olarak kaydet</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Stopped; no PDF was left behind.</source>
        <translation>Durduruldu; geride yarım PDF kalmadı.</translation>
    </message>
    <message>
        <source>Saved: {file}, pages: {pages}.</source>
        <translation>Kaydedildi: {file}, sayfa: {pages}.</translation>
    </message>
</context>
<context>
    <name>ProofLabel</name>
    <message>
        <source>not whole: {where}</source>
        <translation>eksiksiz değil: {where}</translation>
    </message>
    <message>
        <source>The night is being proved…</source>
        <translation>Gece doğrulanıyor…</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Konum:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Dosya &amp;türü:</translation>
    </message>
    <message>
        <source>&amp;File name:</source>
        <translation>Dosya a&amp;dı:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Klasör:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Boşluk</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Open for reading</source>
        <translation>Okumak için aç</translation>
    </message>
    <message>
        <source>A text is not a figure yet</source>
        <translation>Bir metin henüz rakam değil</translation>
    </message>
    <message>
        <source>A cell holds a text that could not be read as a figure. Leave without it?</source>
        <translation>Bir hücrede rakam olarak okunamayan bir metin var. Onu bırakıp çıkılsın mı?</translation>
    </message>
    <message>
        <source>Nothing is filed yet</source>
        <translation>Henüz hiçbir şey işlenmedi</translation>
    </message>
    <message>
        <source>Close without filing? Your answers and what you typed here are lost; names stay learned.</source>
        <translation>İşlemeden kapatılsın mı? Yanıtlarınız ve burada yazdıklarınız gider; öğrenilen adlar kalır.</translation>
    </message>
    <message>
        <source>Save everything elsewhere before closing? Otherwise what this window has is lost.</source>
        <translation>Kapatmadan önce her şey başka bir yere kaydedilsin mi? Kaydedilmezse bu penceredekiler kaybolur.</translation>
    </message>
    <message>
        <source>The file is not this night any more</source>
        <translation>Dosya artık bu gece değil</translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>Questions and what was left out</source>
        <translation>Sorular ve alınmayanlar</translation>
    </message>
    <message>
        <source>For the whole text (Space)</source>
        <translation>Bütün metin için (Boşluk)</translation>
    </message>
    <message>
        <source>Another answer</source>
        <translation>Başka yanıt</translation>
    </message>
    <message>
        <source>Questions: {n}.</source>
        <translation>Soru: {n}.</translation>
    </message>
    <message>
        <source>No questions.</source>
        <translation>Soru yok.</translation>
    </message>
    <message>
        <source>Left out: {n}.</source>
        <translation>Dışarıda bırakılan: {n}.</translation>
    </message>
    <message>
        <source>take it in after all</source>
        <translation>yine de al</translation>
    </message>
    <message>
        <source>no figure of this night</source>
        <translation>bu gecenin rakamı değil</translation>
    </message>
    <message>
        <source>another answer…</source>
        <translation>başka bir yanıt…</translation>
    </message>
    <message>
        <source>the time {clock}</source>
        <translation>saat {clock}</translation>
    </message>
    <message>
        <source>somebody&apos;s</source>
        <translation>başkasının</translation>
    </message>
    <message>
        <source>What is {text}?</source>
        <translation>{text} neyin rakamı?</translation>
    </message>
    <message>
        <source>Whose is {text}?</source>
        <translation>{text} kimin?</translation>
    </message>
    <message>
        <source>Which place is {text} of?</source>
        <translation>{text} hangi yerin?</translation>
    </message>
    <message>
        <source>Which agency&apos;s is {text}?</source>
        <translation>{text} hangi ajansın?</translation>
    </message>
    <message>
        <source>Which contest is {text} of?</source>
        <translation>{text} hangi yarışın?</translation>
    </message>
</context>
<context>
    <name>RehearsalBar</name>
    <message>
        <source>Rehearsal (Prova)</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Slips hidden so far: {n}. Corrected or withdrawn: {m}.</source>
        <translation>Şimdiye dek gizlenen hata: {n}. Düzeltilen ya da geri çekilen: {m}.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Duraklat</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Oynat</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hız</translation>
    </message>
    <message>
        <source>What did I miss?</source>
        <translation>Neyi kaçırdım?</translation>
    </message>
    <message>
        <source>The night is being drawn up…</source>
        <translation>Gece hazırlanıyor…</translation>
    </message>
    <message>
        <source>the night is over ({time})</source>
        <translation>gece bitti ({time})</translation>
    </message>
    <message>
        <source>{time} on the night</source>
        <translation>gecede {time}</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Backups of {night}</source>
        <translation>{night} gecesinin yedekleri</translation>
    </message>
    <message>
        <source>Open it for &amp;reading</source>
        <translation>&amp;Okumak için aç</translation>
    </message>
    <message>
        <source>Keep backups in another &amp;folder…</source>
        <translation>Yedekleri başka &amp;klasörde tut…</translation>
    </message>
    <message>
        <source>Every quarter of an hour in which something was filed, and at closing, a copy goes to {folder}; the newest {count} are kept.</source>
        <translation>Bülten işlenen her çeyrek saatte ve kapanışta bir kopya şu klasöre konur: {folder}. En yeni {count} yedek saklanır.</translation>
    </message>
    <message>
        <source>Put this one back…</source>
        <translation>Bu yedeğe dön…</translation>
    </message>
    <message>
        <source>There is no backup of this night yet; Ctrl+B makes one now.</source>
        <translation>Bu gecenin henüz yedeği yok; Ctrl+B şimdi yedekler.</translation>
    </message>
    <message>
        <source>{night}: put back the night as it was with this?

{backup}</source>
        <translation>{night}: gece bu yedekteki haline dönsün mü?

{backup}</translation>
    </message>
    <message>
        <source>What is there now is not deleted: it stays beside it under another name.</source>
        <translation>Şimdiki dosya silinmez, başka bir adla yanında kalır.</translation>
    </message>
    <message>
        <source>Folder for the automatic backups</source>
        <translation>Otomatik yedeklerin klasörü</translation>
    </message>
    <message>
        <source>no bulletin</source>
        <translation>bülten yok</translation>
    </message>
    <message>
        <source>{made}: {bulletins} {bulletins:bulletin|bulletins}, {posts} {posts:post|posts}; the last: {last}</source>
        <translation>{made}: {bulletins} bülten, {posts} gönderi; sonuncu: {last}</translation>
    </message>
    <message>
        <source>Put back: {backup}.</source>
        <translation>Şu yedeğe dönüldü: {backup}.</translation>
    </message>
    <message>
        <source>What was there is now {file}.</source>
        <translation>Önceki dosya şimdi {file}.</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>With these settings</source>
        <translation>Bu ayarlarla</translation>
    </message>
    <message>
        <source>No two agencies have given figures of one place yet.</source>
        <translation>Henüz iki ajansın birden rakam verdiği bir yer yok.</translation>
    </message>
    <message>
        <source>Last change: {setting}.</source>
        <translation>Son değişiklik: {setting}.</translation>
    </message>
    <message>
        <source>Nothing is published yet; what goes out is written so.</source>
        <translation>Henüz yayımlanan yok; bundan sonra çıkanlar böyle yazılır.</translation>
    </message>
    <message>
        <source>Of {posts} published {posts:post|posts} the gate would stop {now} instead of {was}; {posts:it stays as it is|they stay as they are}.</source>
        <translation>Yayımlanan {posts} gönderi içinde {was} gönderi yerine {now} gönderi durdurulurdu; yayımlananlar olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>In {touched} of tonight&apos;s {posts} {posts:post|posts} {numbers} {numbers:number|numbers} would be written otherwise; what is published stays as it is.</source>
        <translation>Bu gece yayımlanan {posts} gönderi içinde {touched} gönderide {numbers} sayı başka yazılırdı; yayımlananlar olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>No number of tonight&apos;s {posts} {posts:post|posts} would be written otherwise; what is published stays as it is.</source>
        <translation>Bu gece yayımlanan {posts} gönderinin hiçbir sayısı başka yazılmazdı; yayımlananlar olduğu gibi kalır.</translation>
    </message>
</context>
<context>
    <name>Seats</name>
    <message>
        <source>Seats (by the shares, without abroad)</source>
        <translation>Sandalye (orandan hesap, yurt dışı hariç)</translation>
    </message>
    <message>
        <source>Seats (by the shares)</source>
        <translation>Sandalye (orandan hesap)</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>How posts are written</source>
        <translation>Yayın biçimi</translation>
    </message>
    <message>
        <source>Names and suffixes</source>
        <translation>Adlar ve ekler</translation>
    </message>
    <message>
        <source>Gate and ban</source>
        <translation>Kapı ve yasak</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Uyarılar</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Ajanslar</translation>
    </message>
    <message>
        <source>Liveblog</source>
        <translation>Canlı anlatım</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Adaylar</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Haber verme</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>File and backup</source>
        <translation>Dosya ve yedek</translation>
    </message>
    <message>
        <source>Figures do not change, only how they are written.</source>
        <translation>Gönderilerin yazımı. Rakamlar değişmez; yalnız nasıl yazıldıkları değişir.</translation>
    </message>
    <message>
        <source>What parties and institutions are called in posts, and their suffixes.</source>
        <translation>Partilerin ve kurumların gönderilerdeki adları ve ekleri.</translation>
    </message>
    <message>
        <source>What a post is held up for before it goes out.</source>
        <translation>Bir gönderinin çıkmadan önce neden durdurulacağı.</translation>
    </message>
    <message>
        <source>From when on the desk warns, and what that does to this night.</source>
        <translation>Masanın nereden sonra uyaracağı ve bunun bu geceye etkisi.</translation>
    </message>
    <message>
        <source>Who stands beside whom in a post, and who comes first.</source>
        <translation>Gönderide kimin kiminle yan yana duracağı ve kimin önce geleceği.</translation>
    </message>
    <message>
        <source>As readers, search engines and feeds are told of the liveblog.</source>
        <translation>Canlı anlatımın okura, arama motorlarına ve akışlara nasıl tanıtılacağı.</translation>
    </message>
    <message>
        <source>Of this desk: what it may be loud about. What waits is listed anyway.</source>
        <translation>Bu masanın ayarı: nelerde sesini çıkarsın. Bekleyenler her durumda listelenir.</translation>
    </message>
    <message>
        <source>Of this desk, not of the night: every file is shown so.</source>
        <translation>Gecenin değil, bu masanın ayarları: her dosya böyle gösterilir.</translation>
    </message>
    <message>
        <source>Where the night is kept, and where its backups go.</source>
        <translation>Gecenin nerede durduğu ve yedeklerinin nereye gittiği.</translation>
    </message>
    <message>
        <source>Who stands where: the tables and posts of the place name them.</source>
        <translation>Kimin nerede aday olduğu: tablolarda ve gönderilerde adları geçer.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings of the night</source>
        <translation>Gecenin ayarları</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Ayar grupları</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>Bu sayfayı başa döndür</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>kept in {file}</source>
        <translation>{file} dosyasında durur</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>Print preview: {sheet}</source>
        <translation>Baskı önizlemesi: {sheet}</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Yazdır…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF…</translation>
    </message>
</context>
<context>
    <name>SheetsPage</name>
    <message>
        <source>On the clipboard as a picture: the page of {what}.</source>
        <translation>Sayfa, resim olarak panoda: {what}.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Föy</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Yerler</translation>
    </message>
    <message>
        <source>District</source>
        <translation>İlçe föyü</translation>
    </message>
    <message>
        <source>Board of all</source>
        <translation>Bütün ilçeler</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Boş föy</translation>
    </message>
    <message>
        <source>The ticked ones</source>
        <translation>İşaretliler</translation>
    </message>
    <message>
        <source>All districts</source>
        <translation>Bütün ilçeler</translation>
    </message>
    <message>
        <source>This place</source>
        <translation>Bu yer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Küçült</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Büyüt</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Sığdır</translation>
    </message>
    <message>
        <source>As wide as the window</source>
        <translation>Pencere genişliğinde</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Yazdır…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Pages of the sheet</source>
        <translation>Föyün sayfaları</translation>
    </message>
    <message>
        <source>No place is ticked. Tick some in the comparison (Space), or choose others.</source>
        <translation>İşaretli yer yok. Karşılaştırmada boşluk tuşuyla işaretleyin ya da başka yerler seçin.</translation>
    </message>
    <message>
        <source>Page {n} of {count}</source>
        <translation>Sayfa {n} / {count}</translation>
    </message>
</context>
<context>
    <name>ShownFindings</name>
    <message>
        <source>Accept {code}</source>
        <translation>Kabul et: {code}</translation>
    </message>
    <message>
        <source>Findings are being worked out…</source>
        <translation>Bulgular hesaplanıyor…</translation>
    </message>
    <message>
        <source>No suggestion here can be taken.</source>
        <translation>Burada alınabilecek bir öneri yok.</translation>
    </message>
    <message>
        <source>Ctrl+T once more writes: {what}</source>
        <translation>Ctrl+T bir kez daha basılınca şunu yazar: {what}</translation>
    </message>
    <message>
        <source>Suggestion taken into the draft of {agency}, {place}: {what}</source>
        <translation>Öneri {agency} taslağına alındı, {place}: {what}</translation>
    </message>
</context>
<context>
    <name>TakeCandidates</name>
    <message>
        <source>Candidates from a list</source>
        <translation>Listeden aday alma</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>What the list comes to</source>
        <translation>Listeden okunanlar</translation>
    </message>
    <message>
        <source>Take (Ctrl+Enter)</source>
        <translation>Al (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Close without taking (Esc)</source>
        <translation>Almadan kapat (Esc)</translation>
    </message>
    <message>
        <source>Candidates listed: {n}, taken out: {k}. Ctrl+Z undoes it.</source>
        <translation>Eklenen aday: {n}, çıkarılan: {k}. Ctrl+Z geri alır.</translation>
    </message>
    <message>
        <source>{n} {n:row|rows} to take, {k} refused: {k:it stays|they stay} out.</source>
        <translation>Alınacak satır: {n}. Kabul edilmeyip dışarıda kalan: {k}.</translation>
    </message>
    <message>
        <source>Columns left aside: {names}.</source>
        <translation>Bakılmayan sütunlar: {names}.</translation>
    </message>
    <message>
        <source>Rows without a contest are for:</source>
        <translation>Yarışı yazmayan satırların yarışı:</translation>
    </message>
</context>
<context>
    <name>Tallies</name>
    <message>
        <source>counting…</source>
        <translation>sayılıyor…</translation>
    </message>
    <message>
        <source>ageing tonight: {n}</source>
        <translation>bu gece eskiyen {n}</translation>
    </message>
    <message>
        <source>warnings tonight: {n}</source>
        <translation>bu gece {n} uyarı</translation>
    </message>
    <message>
        <source>ageing tonight: {now} instead of {before}</source>
        <translation>bu gece eskiyen {before} yerine {now}</translation>
    </message>
    <message>
        <source>warnings tonight: {now} instead of {before}</source>
        <translation>bu gece {before} uyarı yerine {now}</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Post templates</source>
        <translation>Gönderi şablonları</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Şablonlar</translation>
    </message>
    <message>
        <source>Source of the template</source>
        <translation>Şablonun metni</translation>
    </message>
    <message>
        <source>The post it makes of this night</source>
        <translation>Bu geceden çıkardığı gönderi</translation>
    </message>
    <message>
        <source>Save as my own</source>
        <translation>Kendi şablonum olarak kaydet</translation>
    </message>
    <message>
        <source>Restore the desk&apos;s own</source>
        <translation>Masanın kendi şablonuna dön</translation>
    </message>
    <message>
        <source>All templates share these; they are tried together when saved.</source>
        <translation>Bunlar bütün şablonlarda ortak; kaydederken hepsi birden denenir.</translation>
    </message>
    <message>
        <source>This night has nothing yet for a post of this kind.</source>
        <translation>Bu gecede bu türden bir gönderi için henüz veri yok.</translation>
    </message>
    <message>
        <source>Saved. From now on posts of this kind are written like this.</source>
        <translation>Kaydedildi. Bu türdeki gönderiler artık böyle yazılacak.</translation>
    </message>
    <message>
        <source>Your own text of this template is deleted. Go back to the desk&apos;s?</source>
        <translation>Kendi şablonunuz silinecek. Masanınkine dönülsün mü?</translation>
    </message>
    <message>
        <source>The desk&apos;s own template is back.</source>
        <translation>Masanın kendi şablonu geri geldi.</translation>
    </message>
    <message>
        <source>Templates you changed are not saved. Close without them?</source>
        <translation>Değiştirdiğiniz şablonlar kaydedilmedi. Kaydetmeden kapatılsın mı?</translation>
    </message>
    <message>
        <source>This is where what you write yourself stands.</source>
        <translation>Kendi yazdığınız metin burada yer alır.</translation>
    </message>
    <message>
        <source>Your headline</source>
        <translation>Sizin başlığınız</translation>
    </message>
    <message>
        <source>Shared parts</source>
        <translation>Ortak parçalar</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>kendi şablonunuz</translation>
    </message>
    <message>
        <source>A line that begins with # is the headline, ## a heading, - a line of a list, &gt; a quotation, = the closing line; any other is running text. A number typed into a template is backed by no figure, and the gate stops it.</source>
        <translation># ile başlayan satır başlık, ## ara başlık, - liste satırı, &gt; alıntı, = kapanış satırıdır; işaretsiz satır düz metindir. Şablona yazılan bir sayı hiçbir rakama dayanmaz, yayından önce durdurulur.</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Update (F9)</source>
        <translation>Güncelle (F9)</translation>
    </message>
    <message>
        <source>Keep (Shift+F9)</source>
        <translation>Kalsın (Shift+F9)</translation>
    </message>
    <message>
        <source>Something else is asked for now than what you have rewritten.</source>
        <translation>Şimdi istenen, elinizden geçen metnin konusu değil.</translation>
    </message>
    <message>
        <source>Your text is about: {places}.</source>
        <translation>Metniniz şunun üzerine: {places}.</translation>
    </message>
    <message>
        <source>Compose anew (F5)</source>
        <translation>Yeniden yaz (F5)</translation>
    </message>
    <message>
        <source>Go on with it (Shift+F9)</source>
        <translation>Bununla devam et (Shift+F9)</translation>
    </message>
    <message>
        <source>A statement needs who said it, and what was said: write it on the left.</source>
        <translation>Açıklama için kimin ne dediği gerekli: sola yazın.</translation>
    </message>
    <message>
        <source>File what the agencies say on the entry page (Ctrl+1), or choose otherwise.</source>
        <translation>Ajansların verilerini giriş sayfasında (Ctrl+1) işleyin ya da solda başka yer, ajans ya da saat seçin.</translation>
    </message>
    <message>
        <source>{number}: your own number</source>
        <translation>{number}: sizin sayınız</translation>
    </message>
    <message>
        <source>{figure} {value} (time {time}, bulletin {number})</source>
        <translation>{figure} {value} (saat {time}, {number} numaralı bülten)</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Text of the post</source>
        <translation>Gönderinin metni</translation>
    </message>
    <message>
        <source>Write here.</source>
        <translation>Buraya yazın.</translation>
    </message>
    <message>
        <source>This number is tied to no figure: F7 ties it, Shift+F7 makes it yours.</source>
        <translation>Bu sayı hiçbir rakama bağlı değil: F7 bağlar, Shift+F7 sizin sayar.</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undone: {act}. Ctrl+Y brings it back.</source>
        <translation>Geri alındı: {act}. Ctrl+Y geri getirir.</translation>
    </message>
    <message>
        <source>Done again: {act}. Ctrl+Z takes it back.</source>
        <translation>Yinelendi: {act}. Ctrl+Z geri alır.</translation>
    </message>
    <message>
        <source>Entered: {act}. Ctrl+Z takes it back.</source>
        <translation>Girildi: {act}. Ctrl+Z geri alır.</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>{n} {n:text|texts} waiting: {where}</source>
        <translation>{n} metin bekliyor: {where}</translation>
    </message>
    <message>
        <source>{n} {n:draft|drafts} not filed: {where}</source>
        <translation>{n} taslak işlenmedi: {where}</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Published and wrong now</source>
        <translation>Yayında yanlış olan</translation>
    </message>
    <message>
        <source>Cannot be</source>
        <translation>Olamaz</translation>
    </message>
    <message>
        <source>Unlikely</source>
        <translation>Beklenmedik</translation>
    </message>
    <message>
        <source>Agencies differ</source>
        <translation>Ajanslar ayrı</translation>
    </message>
    <message>
        <source>Growing old</source>
        <translation>Eskiyen</translation>
    </message>
</context>
<context>
    <name>WaitingModel</name>
    <message>
        <source>Accepted and seen</source>
        <translation>Kabul edilenler ve görülenler</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>What waits for you</source>
        <translation>Sizi bekleyenler</translation>
    </message>
    <message>
        <source>Enter goes · Del: seen · Space: accept… · Esc: back to the cell</source>
        <translation>Enter gider · Del: gördüm · Boşluk: kabul et… · Esc: hücreye dön</translation>
    </message>
    <message>
        <source>Waiting: {n}</source>
        <translation>Bekleyenler: {n}</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Bekleyen bir şey yok.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Two agencies side by side, and a clean post out of it. Everything stays in one file, on this computer.</source>
        <translation>İki ajans yan yana, ortaya temiz bir gönderi. Her şey tek dosyada, bu bilgisayarda kalır.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Başlayın</translation>
    </message>
    <message>
        <source>New night…</source>
        <translation>Yeni gece…</translation>
    </message>
    <message>
        <source>Election, places, candidates, agencies; two minutes</source>
        <translation>Seçimi, yerleri, adayları ve ajansları seçin; iki dakika</translation>
    </message>
    <message>
        <source>Open a night…</source>
        <translation>Gece aç…</translation>
    </message>
    <message>
        <source>A .secim file of this computer or a stick</source>
        <translation>Bu bilgisayardaki ya da USB bellekteki bir .secim dosyası</translation>
    </message>
    <message>
        <source>Rehearsal (Prova)…</source>
        <translation>Prova…</translation>
    </message>
    <message>
        <source>A night of earlier results, with slips to find</source>
        <translation>Eski sonuçlarla bir gece; içinde bulunacak hatalar var</translation>
    </message>
    <message>
        <source>The demonstration evening</source>
        <translation>Tanıtım gecesi</translation>
    </message>
    <message>
        <source>{election}, already keyed</source>
        <translation>{election}, rakamları girilmiş</translation>
    </message>
    <message>
        <source>Nights last used</source>
        <translation>Son geceler</translation>
    </message>
    <message>
        <source>Version {version} · uses no network</source>
        <translation>Sürüm {version} · ağ kullanmaz</translation>
    </message>
    <message>
        <source>↑ ↓ choose, Enter opens · F1 keys</source>
        <translation>↑ ↓ seçer, Enter açar · F1 tuşlar</translation>
    </message>
    <message>
        <source>Last backup {when}, {folder}</source>
        <translation>Son yedek {when}, {folder}</translation>
    </message>
    <message>
        <source>{file} (no longer there)</source>
        <translation>{file} (artık yok)</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Henüz yok.</translation>
    </message>
    <message>
        <source>bulletins: {bulletins} · posts: {posts}</source>
        <translation>{bulletins} bülten · {posts} gönderi</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>bugün {time}</translation>
    </message>
</context>
<context>
    <name>WhatPage</name>
    <message>
        <source>What and when</source>
        <translation>Ne ve ne zaman</translation>
    </message>
    <message>
        <source>What and when?</source>
        <translation>Ne, ne zaman?</translation>
    </message>
    <message>
        <source>Kind of election</source>
        <translation>Seçimin türü</translation>
    </message>
    <message>
        <source>Election day</source>
        <translation>Seçim günü</translation>
    </message>
    <message>
        <source>Polls close</source>
        <translation>Sandıklar kapanıyor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Örnek</translation>
    </message>
    <message>
        <source>nothing: a new election</source>
        <translation>yok: yeni seçim</translation>
    </message>
    <message>
        <source>like the night {file}</source>
        <translation>şu gece gibi: {file}</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>bir dosya…</translation>
    </message>
    <message>
        <source>Until {first} nothing may go out, until {second} only the electoral council&apos;s announcements. When the ban is lifted earlier, say so in the night with Ctrl+Shift+L.</source>
        <translation>{first} saatine kadar hiçbir şey, {second} saatine kadar yalnız YSK açıklamaları yayımlanabilir. Yasak erken kalkarsa gecede Ctrl+Shift+L ile belirtin.</translation>
    </message>
    <message>
        <source>{hour}; {n} {n:province|provinces} {other}</source>
        <translation>{hour}; {n} ilde {other}</translation>
    </message>
    <message>
        <source>An election or a night</source>
        <translation>Bir seçim ya da gece</translation>
    </message>
    <message>
        <source>Elections and nights (*.json *.secim)</source>
        <translation>Seçimler ve geceler (*.json *.secim)</translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>Where</source>
        <translation>Nerede</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Nerede?</translation>
    </message>
    <message>
        <source>Province, district or town</source>
        <translation>Yer bul: il, ilçe ya da belde</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Yerler</translation>
    </message>
    <message>
        <source>By provinces</source>
        <translation>İl düzeyinde</translation>
    </message>
    <message>
        <source>By districts</source>
        <translation>İlçe düzeyinde</translation>
    </message>
    <message>
        <source>Paste places…</source>
        <translation>Yerleri yapıştır…</translation>
    </message>
    <message>
        <source>Space checks · → opens · ← folds · Enter takes what was sought</source>
        <translation>Boşluk işaretler · → açar · ← kapatır · Enter aranan yeri alır</translation>
    </message>
    <message>
        <source>Places taken: {n}.</source>
        <translation>Alınan yer: {n}.</translation>
    </message>
    <message>
        <source>{said} Left out: {n}. {why}</source>
        <translation>{said} Alınmayan: {n}. {why}</translation>
    </message>
    <message>
        <source>{boxes} {boxes:box|boxes}
{voters} registered {voters:voter|voters}</source>
        <translation>{boxes} sandık
{voters} kayıtlı seçmen</translation>
    </message>
    <message>
        <source>Suggested: the first place you choose takes its place.</source>
        <translation>Öneri: seçeceğiniz ilk yer bunun yerine geçer.</translation>
    </message>
    <message>
        <source>Boxes and voters from the electoral council&apos;s list of {day}; they can be changed in the night.</source>
        <translation>Sandık ve seçmen sayıları YSK&apos;nin {day} listesinden; gecede de değiştirilebilir.</translation>
    </message>
    <message>
        <source>Of a province whose districts are not all chosen the total is a place too; it is the total of all its districts.</source>
        <translation>Bütün ilçeleri seçilmeyen ilin toplamı da bir yerdir; o toplam, ilin bütün ilçelerinindir.</translation>
    </message>
</context>
<context>
    <name>WherePublished</name>
    <message>
        <source>Put the cursor on an agency&apos;s figure to see where it went out.</source>
        <translation>Nerede yayımlandığını görmek için imleci bir ajansın rakamına getirin.</translation>
    </message>
</context>
<context>
    <name>WhoPage</name>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>Kim?</translation>
    </message>
    <message>
        <source>Contests</source>
        <translation>Yarışlar</translation>
    </message>
    <message>
        <source>Contenders</source>
        <translation>Adaylar ve partiler</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>Tablodan yapıştır</translation>
    </message>
    <message>
        <source>F2 types · Space: in tables from the start · Alt+↑↓ order · Del takes out · Ctrl+Z takes back · Ctrl+PgUp PgDn contests</source>
        <translation>F2 yazar · Boşluk: tabloda görünsün · Alt+↑↓ sıralar · Del çıkarır · Ctrl+Z geri alır · Ctrl+PgUp PgDn yarışlar</translation>
    </message>
    <message>
        <source>Rows taken: {n}. Ctrl+Z takes them back.</source>
        <translation>Alınan satır: {n}. Ctrl+Z geri alır.</translation>
    </message>
    <message>
        <source>{said} Left out: {n}. {why}</source>
        <translation>{said} Alınmayan: {n}. {why}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Geri alındı.</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>Save the night as a spreadsheet</source>
        <translation>Geceyi tablo olarak kaydet</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Hesap tablosu (*.xlsx)</translation>
    </message>
    <message>
        <source>The night was saved as a spreadsheet: {file}</source>
        <translation>Gece tablo olarak kaydedildi: {file}</translation>
    </message>
    <message>
        <source>Stopped; no spreadsheet was saved.</source>
        <translation>Durduruldu; tablo kaydedilmedi.</translation>
    </message>
    <message>
        <source>Saving the night as a spreadsheet</source>
        <translation>Gece tablo olarak kaydediliyor</translation>
    </message>
    <message>
        <source>Rows: {n}</source>
        <translation>Satır: {n}</translation>
    </message>
</context>
<context>
    <name>WorkingLabel</name>
    <message>
        <source>Findings are being worked out…</source>
        <translation>Bulgular hesaplanıyor…</translation>
    </message>
</context>
<context>
    <name>_AskAboutPlace</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Ballot boxes</source>
        <translation>Sandık</translation>
    </message>
    <message>
        <source>Registered voters</source>
        <translation>Kayıtlı seçmen</translation>
    </message>
    <message>
        <source>Polls close</source>
        <translation>Sandıklar kapanıyor</translation>
    </message>
</context>
</TS>
