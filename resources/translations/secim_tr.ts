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
        <translation>Her şeyi başka yere &amp;kaydet…</translation>
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
        <source>Save the c&amp;hart…</source>
        <translation>Graf&amp;iği kaydet…</translation>
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
        <source>&amp;Redo</source>
        <translation>Y&amp;inele</translation>
    </message>
    <message>
        <source>&amp;Copy the selection as a table</source>
        <translation>Seçimi tablo olarak &amp;kopyala</translation>
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
        <source>&amp;Settings of the night…</source>
        <translation>Gecenin a&amp;yarları…</translation>
    </message>
    <message>
        <source>Add a c&amp;ontender…</source>
        <translation>&amp;Aday veya parti ekle…</translation>
    </message>
    <message>
        <source>Add an &amp;agency…</source>
        <translation>A&amp;jans ekle…</translation>
    </message>
    <message>
        <source>&amp;File the bulletin</source>
        <translation>Bülteni &amp;dosyala</translation>
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
        <source>&amp;Discard the draft</source>
        <translation>&amp;Taslağı at</translation>
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
        <source>&amp;Entry</source>
        <translation>&amp;Giriş</translation>
    </message>
    <message>
        <source>&amp;Comparison and post</source>
        <translation>&amp;Karşılaştırma ve gönderi</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>Bu&amp;lgular</translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation>Fark &amp;tablosu</translation>
    </message>
    <message>
        <source>P&amp;osts</source>
        <translation>G&amp;önderiler</translation>
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
        <source>&amp;Sheets</source>
        <translation>&amp;Föyler</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Sonraki &amp;bölme</translation>
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
        <source>&amp;Keys</source>
        <translation>&amp;Tuşlar</translation>
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
        <source>As the &amp;system</source>
        <translation>&amp;Sistemdeki gibi</translation>
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
    <name>AskContender</name>
    <message>
        <source>Add a contender</source>
        <translation>Aday veya parti ekle</translation>
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
        <translation>Listede yok mu? Yeni parti veya aday:</translation>
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
    <name>AskNewNight</name>
    <message>
        <source>A new night</source>
        <translation>Yeni gece</translation>
    </message>
    <message>
        <source>Election</source>
        <translation>Seçim</translation>
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
        <source>Agencies</source>
        <translation>Ajanslar</translation>
    </message>
    <message>
        <source>The first two stand side by side; drag to change the order.</source>
        <translation>İlk ikisi yan yana durur; sırayı değiştirmek için sürükleyin.</translation>
    </message>
    <message>
        <source>File of the night</source>
        <translation>Gecenin dosyası</translation>
    </message>
    <message>
        <source>Nights (*.secim)</source>
        <translation>Geceler (*.secim)</translation>
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
        <source>Seed: the same number plays the same night</source>
        <translation>Tohum: aynı sayı aynı geceyi oynatır</translation>
    </message>
    <message>
        <source>Slips hidden in it</source>
        <translation>İçine gizlenecek yanlış</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Folder for the backup</source>
        <translation>Yedeğin klasörü</translation>
    </message>
    <message>
        <source>Backed up and verified: {file}</source>
        <translation>Yedeklendi ve doğrulandı: {file}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Save everything elsewhere…</source>
        <translation>Her şeyi başka yere kaydet…</translation>
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
        <translation>olanaklı</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>olanaksız</translation>
    </message>
    <message>
        <source>{agency}: {least}–{most} % in {boxes} % of the boxes</source>
        <translation>{agency}: sandıkların %{boxes}&apos;lik bölümünde %{least}–{most}</translation>
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
        <translation>Eşit açılmada
fark</translation>
    </message>
    <message>
        <source>at
opened, %</source>
        <translation>açılan
oran, %</translation>
    </message>
    <message>
        <source>Can both
be right?</source>
        <translation>İkisi de
doğru olabilir mi?</translation>
    </message>
    <message>
        <source>Then the boxes of one alone hold</source>
        <translation>Öyleyse yalnız birinde olan sandıklarda</translation>
    </message>
    <message>
        <source>Leaders
differ</source>
        <translation>Önde olan
ayrışıyor</translation>
    </message>
    <message>
        <source>since</source>
        <translation>ne zamandır</translation>
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
        <source>No place has shares from both agencies yet.</source>
        <translation>Henüz hiçbir yerde iki ajanstan da oran yok.</translation>
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
        <translation>No. {n}, dosyalayan: {who}</translation>
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
        <translation>Burada henüz dosyalanmış bülten yok.</translation>
    </message>
    <message>
        <source>The text the bulletin was read from</source>
        <translation>Bültenin okunduğu metin</translation>
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
    <name>ChartOut</name>
    <message>
        <source>Copied as a picture, with its description as text.</source>
        <translation>Resim olarak kopyalandı; betimlemesi metin olarak eklendi.</translation>
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
        <source>This place, contender by contender</source>
        <translation>Bu yer, aday aday</translation>
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
        <source>This place: lead over the evening</source>
        <translation>Bu yer: akşam boyunca fark</translation>
    </message>
    <message>
        <source>This place: shares over the evening</source>
        <translation>Bu yer: akşam boyunca yüzdeler</translation>
    </message>
    <message>
        <source>This place: lead at equal opened share</source>
        <translation>Bu yer: eşit açılan sandıkta fark</translation>
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
        <source>Smaller (−)</source>
        <translation>Küçült (−)</translation>
    </message>
    <message>
        <source>The whole chart (0)</source>
        <translation>Grafiğin tamamı (0)</translation>
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
        <source>level</source>
        <translation>eşit</translation>
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
        <translation>En geniş
fark</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Önde</translation>
    </message>
    <message>
        <source>Leaders
differ</source>
        <translation>Önde olan
ayrışıyor</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Açılan</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Yaş</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Export the comparison</source>
        <translation>Karşılaştırmayı dışa aktar</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;Comma-separated (*.csv)</source>
        <translation>Hesap tablosu (*.xlsx);;Virgülle ayrılmış (*.csv)</translation>
    </message>
    <message>
        <source>Comparison of all places</source>
        <translation>Bütün yerlerin karşılaştırması</translation>
    </message>
    <message>
        <source>Nothing has been filed in this contest yet.

Type what the agencies say on the entry page (Ctrl+1) and file it with Ctrl+Enter.</source>
        <translation>Bu yarışta henüz hiçbir bülten dosyalanmadı.

Ajansların verdiği rakamları giriş sayfasında (Ctrl+1) yazın, Ctrl+Enter ile dosyalayın.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The desk made a mistake of its own. Every figure up to now is in the file. You can go on; if the window behaves oddly, close it and open the file again.</source>
        <translation>Masa kendi hatasını yaptı. Şu ana kadarki bütün rakamlar dosyada. Devam edebilirsiniz; pencere tuhaf davranırsa kapatıp dosyayı yeniden açın.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>figure of {place}</source>
        <translation>rakam: {place}</translation>
    </message>
    <message>
        <source>time of {place}</source>
        <translation>saat: {place}</translation>
    </message>
    <message>
        <source>filing of {place}</source>
        <translation>dosyalama: {place}</translation>
    </message>
    <message>
        <source>draft of {place}</source>
        <translation>taslak: {place}</translation>
    </message>
    <message>
        <source>beginning of a correction</source>
        <translation>düzeltmeye başlama</translation>
    </message>
    <message>
        <source>filing of bulletins</source>
        <translation>bültenleri dosyalama</translation>
    </message>
    <message>
        <source>withdrawal</source>
        <translation>geri çekme</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>ajans</translation>
    </message>
    <message>
        <source>contender</source>
        <translation>aday/parti</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>kabul</translation>
    </message>
    <message>
        <source>post</source>
        <translation>gönderi</translation>
    </message>
    <message>
        <source>learned name</source>
        <translation>öğrenilen ad</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>ayar</translation>
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
        <source>{n} boxes</source>
        <translation>{n} sandık</translation>
    </message>
    <message>
        <source>{n} registered voters</source>
        <translation>{n} kayıtlı seçmen</translation>
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
        <source>Lead</source>
        <translation>Fark (önde)</translation>
    </message>
    <message>
        <source>{contender}, votes</source>
        <translation>{contender}, oy</translation>
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
        <translation>dosyalandı {time}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>henüz yok</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Correct {agency}, {place}</source>
        <translation>Düzelt: {agency}, {place}</translation>
    </message>
    <message>
        <source>Filed: {agency}, {place}, {time}.</source>
        <translation>Dosyalandı: {agency}, {place}, {time}.</translation>
    </message>
    <message>
        <source>There is no filed bulletin in this column to correct.</source>
        <translation>Bu sütunda düzeltilecek dosyalanmış bülten yok.</translation>
    </message>
    <message>
        <source>Mend the figures, then Ctrl+Enter files the correction with its reason.</source>
        <translation>Rakamları düzeltin; Ctrl+Enter düzeltmeyi gerekçesiyle dosyalar.</translation>
    </message>
    <message>
        <source>There is no filed bulletin in this column to withdraw.</source>
        <translation>Bu sütunda geri çekilecek dosyalanmış bülten yok.</translation>
    </message>
    <message>
        <source>Withdraw {agency}, {place}, {time}</source>
        <translation>Geri çek: {agency}, {place}, {time}</translation>
    </message>
    <message>
        <source>Withdrawn. The row stays in the file; Ctrl+Z brings it back.</source>
        <translation>Geri çekildi. Kaydı dosyada kalır; Ctrl+Z geri getirir.</translation>
    </message>
    <message>
        <source>There is no draft in this column.</source>
        <translation>Bu sütunda taslak yok.</translation>
    </message>
    <message>
        <source>Draft discarded; Ctrl+Z brings it back.</source>
        <translation>Taslak atıldı; Ctrl+Z geri getirir.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosyala</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Düzelt</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Geri çek…</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Taslağı at</translation>
    </message>
    <message>
        <source>Figures of the place</source>
        <translation>Yerin rakamları</translation>
    </message>
</context>
<context>
    <name>FileSettingsDialog</name>
    <message>
        <source>Settings of the night</source>
        <translation>Gecenin ayarları</translation>
    </message>
    <message>
        <source>They are kept in the file. Empty a value to get the default back; docs/codes.md tells what each code looks for.</source>
        <translation>Dosyada tutulurlar. Varsayılana dönmek için değeri silin; her kodun neye baktığı docs/codes.md içinde yazılı.</translation>
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
        <translation>Ona git</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Öneriyi al</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>Öneriyi al</translation>
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
    <message>
        <source>Accept with a reason</source>
        <translation>Gerekçeyle kabul et</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Suggestion taken into the draft. Ctrl+Enter files it, Ctrl+Z takes it back.</source>
        <translation>Öneri taslağa alındı. Ctrl+Enter dosyalar, Ctrl+Z geri alır.</translation>
    </message>
    <message>
        <source>Accept {code}</source>
        <translation>Kabul et: {code}</translation>
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
        <translation>Eski değeri geri ver</translation>
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
        <source>First, second, third contest</source>
        <translation>Birinci, ikinci, üçüncü yarış</translation>
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
        <source>Keys</source>
        <translation>Tuşlar</translation>
    </message>
    <message>
        <source>In the tables</source>
        <translation>Tablolarda</translation>
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
        <translation>Her şeyi başka yere kaydet</translation>
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
        <translation>Karoların gösterdiği</translation>
    </message>
    <message>
        <source>Tile map of the districts</source>
        <translation>İlçelerin karo haritası</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Küçült (−)</translation>
    </message>
    <message>
        <source>The whole map (0)</source>
        <translation>Haritanın tamamı (0)</translation>
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
    <message>
        <source>Arrows: to the neighbour · letters: to a name · Enter: its figures · + − 0: size</source>
        <translation>Oklar: komşuya · harfler: ada · Enter: rakamları · + − 0: boyut</translation>
    </message>
</context>
<context>
    <name>NightView</name>
    <message>
        <source>Filed from the text: {places}.</source>
        <translation>Metinden dosyalandı: {places}.</translation>
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
        <source>Comparison and post</source>
        <translation>Karşılaştırma ve gönderi</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bulgular</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Fark tablosu</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Gönderiler</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Yayın defteri</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Grafikler</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Harita</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Föyler</translation>
    </message>
</context>
<context>
    <name>OverviewModel</name>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
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
        <source>Time</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>What was found, and what to do</source>
        <translation>Ne bulundu, ne yapmalı</translation>
    </message>
    <message>
        <source>Accepted because</source>
        <translation>Kabul gerekçesi</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Findings of the night</source>
        <translation>Gecenin bulguları</translation>
    </message>
    <message>
        <source>Nothing stands out in this contest.</source>
        <translation>Bu yarışta göze çarpan bir şey yok.</translation>
    </message>
    <message>
        <source>Accepted because: {reason}</source>
        <translation>Kabul gerekçesi: {reason}</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Read an agency&apos;s text</source>
        <translation>Ajans metnini oku</translation>
    </message>
    <message>
        <source>File all (Ctrl+Enter)</source>
        <translation>Hepsini dosyala (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Close without filing (Esc)</source>
        <translation>Dosyalamadan kapat (Esc)</translation>
    </message>
    <message>
        <source>The text is too long to be a bulletin ({n} characters). Paste the part with the figures.</source>
        <translation>Metin bir bülten için çok uzun ({n} karakter). Rakamların olduğu bölümü yapıştırın.</translation>
    </message>
    <message>
        <source>Answer the questions first, or leave their figures out with 0.</source>
        <translation>Önce soruları yanıtlayın ya da 0 ile o rakamları dışarıda bırakın.</translation>
    </message>
    <message>
        <source>There is nothing here to file.</source>
        <translation>Burada dosyalanacak bir şey yok.</translation>
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
        <source>{n} figures in {m} bulletins, {k} to file. * not in the text</source>
        <translation>Rakam: {n}, bülten: {m}, dosyalanacak: {k}. * metinde yok</translation>
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
    <name>PlaceChart</name>
    <message>
        <source>Lead over the evening</source>
        <translation>Akşam boyunca fark</translation>
    </message>
    <message>
        <source>The place&apos;s lead over the evening</source>
        <translation>Yerin akşam boyunca farkı</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Fark</translation>
    </message>
    <message>
        <source>Later than this agency&apos;s rhythm</source>
        <translation>Ajansın kendi düzenine göre gecikti</translation>
    </message>
    <message>
        <source>Long silent</source>
        <translation>Uzun süredir sessiz</translation>
    </message>
    <message>
        <source>Counting on, but no share moves</source>
        <translation>Sayım ilerliyor, oranlar kıpırdamıyor</translation>
    </message>
    <message>
        <source>Counted to the end</source>
        <translation>Sayım bitti</translation>
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
        <translation>Önce en geniş fark</translation>
    </message>
    <message>
        <source>Longest silent first</source>
        <translation>Önce en uzun süredir sessiz</translation>
    </message>
    <message>
        <source>Marked first</source>
        <translation>Önce işaretliler</translation>
    </message>
</context>
<context>
    <name>PostPanel</name>
    <message>
        <source>Copied as text and HTML: {headline}</source>
        <translation>Metin ve HTML olarak kopyalandı: {headline}</translation>
    </message>
    <message>
        <source>Save the post</source>
        <translation>Gönderiyi kaydet</translation>
    </message>
    <message>
        <source>Text (*.txt);;HTML (*.html);;Markdown (*.md)</source>
        <translation>Metin (*.txt);;HTML (*.html);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Kaydedildi: {file}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Post&lt;/b&gt; for the places ticked in the table</source>
        <translation>Tabloda işaretlenen yerler için &lt;b&gt;gönderi&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Leave it empty for the computed headline</source>
        <translation>Hesaplanan başlık için boş bırakın</translation>
    </message>
    <message>
        <source>Preview of the post</source>
        <translation>Gönderinin önizlemesi</translation>
    </message>
    <message>
        <source>Copy the post</source>
        <translation>Gönderiyi kopyala</translation>
    </message>
    <message>
        <source>Save the post…</source>
        <translation>Gönderiyi kaydet…</translation>
    </message>
    <message>
        <source>Tick the places the post is to tell of: Space on a line of the table, or its box.</source>
        <translation>Gönderide yer alacak yerleri işaretleyin: tablonun satırında boşluk tuşu ya da kutusu.</translation>
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
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>Questions and what was left out</source>
        <translation>Sorular ve alınmayanlar</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Başka biri</translation>
    </message>
    <message>
        <source>Questions: {n}</source>
        <translation>Soru: {n}</translation>
    </message>
    <message>
        <source>No questions.</source>
        <translation>Soru yok.</translation>
    </message>
    <message>
        <source>somebody else…</source>
        <translation>başka biri…</translation>
    </message>
    <message>
        <source>0 leave it out</source>
        <translation>0 dışarıda bırak</translation>
    </message>
    <message>
        <source>or mend the text on the left</source>
        <translation>ya da soldaki metni düzeltin</translation>
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
        <translation>Şimdiye dek gizlenen yanlış: {n}. Düzeltilen ya da geri çekilen: {m}.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Durdur</translation>
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
        <source>PROVA · the night is over ({time})</source>
        <translation>PROVA · gece bitti ({time})</translation>
    </message>
    <message>
        <source>PROVA · {time} on the night</source>
        <translation>PROVA · gecede saat {time}</translation>
    </message>
</context>
<context>
    <name>SettingsModel</name>
    <message>
        <source>Setting</source>
        <translation>Ayar</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Varsayılan</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Two agencies side by side, and a clean post out of it. Everything stays in one file.</source>
        <translation>İki ajans yan yana, ortaya temiz bir gönderi. Her şey tek dosyada kalır.</translation>
    </message>
    <message>
        <source>The demonstration evening</source>
        <translation>Tanıtım gecesi</translation>
    </message>
    <message>
        <source>{election}, already keyed, in a copy you may spoil</source>
        <translation>{election}; rakamları girilmiş, dilediğiniz gibi bozabileceğiniz bir kopya</translation>
    </message>
    <message>
        <source>A new night</source>
        <translation>Yeni gece</translation>
    </message>
    <message>
        <source>Choose the election and where its file is kept</source>
        <translation>Seçimi ve dosyanın yerini belirleyin</translation>
    </message>
    <message>
        <source>Files last used</source>
        <translation>Son kullanılan dosyalar</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Başka dosya aç…</translation>
    </message>
    <message>
        <source>{file} (no longer there)</source>
        <translation>{file} (artık yok)</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Henüz yok.</translation>
    </message>
</context>
</TS>
