/* A letter as DOCX, made on this device: a zip whose entries are stored as they are, with the styles of the blank forms.

   DaoyinDocx(letter, paper) -> Uint8Array. `letter`: {title, addressee, rows: [{name, wide, height, lines}], basis};
   a line is {style, text}, and a tab in its text is a blank to fill in by hand. Heights are millimetres.
   `paper`: {sample, styles, settings, fonts}. The file tells no time and no author. */
(function () {
  "use strict";
  var WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  var OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  var PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  var TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  var HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  var NAME = 2835, BLANK = 6803; /* the two columns, in twentieths of a point: 50 and 120 mm */

  window.DaoyinDocx = function (letter, paper) {
    return zip([
      ["[Content_Types].xml", contentTypes()],
      ["_rels/.rels", relations([["officeDocument", "word/document.xml"]], true)],
      ["docProps/core.xml", core(letter, paper)],
      ["word/document.xml", document_(letter)],
      ["word/_rels/document.xml.rels", relations([["styles", "styles.xml"], ["settings", "settings.xml"], ["fontTable", "fontTable.xml"], ["footer", "footer1.xml"]])],
      ["word/styles.xml", paper.styles],
      ["word/settings.xml", paper.settings],
      ["word/fontTable.xml", paper.fonts],
      ["word/footer1.xml", footer(letter, paper)]
    ]);
  };

  /* The parts */

  function contentTypes() {
    var parts = { "document.xml": "document.main", "styles.xml": "styles", "settings.xml": "settings", "fontTable.xml": "fontTable", "footer1.xml": "footer" };
    return HEAD + '<Types xmlns="' + PACKAGE + 'content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      Object.keys(parts).map(function (name) {
        return '<Override PartName="/word/' + name + '" ContentType="' + TYPE + parts[name] + '+xml"/>';
      }).join("") +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';
  }

  function relations(targets, outer) {
    var core = outer ? '<Relationship Id="core" Type="' + PACKAGE + 'relationships/metadata/core-properties" Target="docProps/core.xml"/>' : "";
    return HEAD + '<Relationships xmlns="' + PACKAGE + 'relationships">' + targets.map(function (target) {
      return '<Relationship Id="' + target[0] + '" Type="' + OFFICE + "/" + target[0] + '" Target="' + target[1] + '"/>';
    }).join("") + core + "</Relationships>";
  }

  function core(letter, paper) {
    return HEAD + '<cp:coreProperties xmlns:cp="' + PACKAGE + 'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
      "<dc:title>" + escape(letter.title) + "</dc:title><dc:subject>" + escape(paper.sample) + "</dc:subject>" +
      "<dc:language>zh-CN</dc:language></cp:coreProperties>";
  }

  function document_(letter) {
    var body = paragraph(letter.title, "Heading1");
    if (letter.addressee) body += paragraph(letter.addressee, "Addressee");
    body += '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="' + (NAME + BLANK) + '" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>' +
      '<w:tblGrid><w:gridCol w:w="' + NAME + '"/><w:gridCol w:w="' + BLANK + '"/></w:tblGrid>' + letter.rows.map(row).join("") + "</w:tbl>";
    body += paragraph("", "Basis");
    if (letter.basis) body += paragraph("依据：" + letter.basis + "。", "Notice");
    body += '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>' +
      '<w:pgMar w:top="1020" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
    return HEAD + '<w:document xmlns:w="' + WORD + '" xmlns:r="' + OFFICE + '"><w:body>' + body + "</w:body></w:document>";
  }

  /* A name beside what was written, or above it where that takes the whole width; only a wide row runs on overleaf. */
  function row(told) {
    var high = '<w:trHeight w:val="' + Math.round(told.height * 56.7) + '" w:hRule="atLeast"/>';
    var lines = told.lines.map(function (line) { return paragraph(line.text, line.style); }).join("");
    var name = "<w:p>" + run(told.name, "Name") + "</w:p>";
    return "<w:tr><w:trPr>" + (told.wide ? "" : "<w:cantSplit/>") + high + "</w:trPr>" +
      (told.wide ? cell(NAME + BLANK, name + lines, 2) : cell(NAME, name) + cell(BLANK, lines || paragraph("", "Normal"))) + "</w:tr>";
  }

  function cell(width, content, span) {
    return '<w:tc><w:tcPr><w:tcW w:w="' + width + '" w:type="dxa"/>' + (span ? '<w:gridSpan w:val="' + span + '"/>' : "") + "</w:tcPr>" + content + "</w:tc>";
  }

  function footer(letter, paper) {
    function number(code) { return '<w:fldSimple w:instr="' + code + '">' + run("1") + "</w:fldSimple>"; }
    return HEAD + '<w:ftr xmlns:w="' + WORD + '"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>' + run(paper.sample + " · " + letter.title + "\t第 ") +
      number("PAGE") + run(" 页，共 ") + number("NUMPAGES") + run(" 页") + "</w:p></w:ftr>";
  }

  function paragraph(text, style) {
    return '<w:p><w:pPr><w:pStyle w:val="' + style + '"/></w:pPr>' + (text ? run(text) : "") + "</w:p>";
  }

  /* Marks that both scripts have (□, “”) are Chinese here. */
  function run(text, style) {
    return "<w:r><w:rPr>" + (style ? '<w:rStyle w:val="' + style + '"/>' : "") + '<w:rFonts w:hint="eastAsia"/></w:rPr>' +
      String(text).split("\t").map(function (part) {
        return part ? '<w:t xml:space="preserve">' + escape(part) + "</w:t>" : "";
      }).join("<w:tab/>") + "</w:r>";
  }

  /* Text as XML: what XML cannot hold is left out. */
  function escape(text) {
    return String(text).replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, "")
      .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }

  /* The zip: stored, with UTF-8 names, dated on the first day that a zip can name. */

  function zip(entries) {
    var encoder = new TextEncoder(), files = [], offset = 0;
    var listed = entries.map(function (entry) {
      var name = encoder.encode(entry[0]), data = encoder.encode(entry[1]);
      var facts = numbers([[20, 2], [0x0800, 2], [0, 2], [0, 2], [0x0021, 2], [crc(data), 4], [data.length, 4], [data.length, 4], [name.length, 2], [0, 2]]);
      var at = offset;
      files.push(numbers([[0x04034b50, 4]]), facts, name, data);
      offset += 4 + facts.length + name.length + data.length;
      return join([numbers([[0x02014b50, 4], [20, 2]]), facts, numbers([[0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), name]);
    });
    var directory = join(listed);
    var end = numbers([[0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [directory.length, 4], [offset, 4], [0, 2]]);
    return join(files.concat([directory, end]));
  }

  /* Numbers with their widths in bytes, the lowest byte first. */
  function numbers(pairs) {
    var bytes = [];
    pairs.forEach(function (pair) {
      for (var place = 0; place < pair[1]; place += 1) bytes.push((pair[0] >>> (8 * place)) & 255);
    });
    return new Uint8Array(bytes);
  }

  function join(parts) {
    var all = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0)), at = 0;
    parts.forEach(function (part) {
      all.set(part, at);
      at += part.length;
    });
    return all;
  }

  var TABLE = [];
  for (var byte = 0; byte < 256; byte += 1) {
    var value = byte;
    for (var bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    TABLE.push(value >>> 0);
  }
  function crc(data) {
    var sum = 0xffffffff;
    for (var at = 0; at < data.length; at += 1) sum = TABLE[(sum ^ data[at]) & 255] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }
})();
