/* What a reader may not want to hand in: secrets, and what tells of other people. It points out and never forbids.

   DaoyinPrivacy(text, label) -> notes, each a sentence. `label` says what the field asks for: whoever is asked for a
   telephone number is not warned of one. Patterns are rough: a note says “looks like”. */
(function () {
  "use strict";
  var SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱尹薛闫雷侯龙陶黎贺顾毛郝龚邵覃戴莫孔汤";
  var TITLES = "邻居|同事|同学|医生|护士|老师|民警|法官|律师|经理|老板|主任|书记|局长|处长|科长|所长|院长|校长|队长|厂长|镇长|乡长|村长|县长|区长|市长";
  var RULES = [
    {
      find: /(^|[^\d])(\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\dXx])/,
      asked: /身份证/,
      says: "好像是身份证号。单位没有要的，不用写；别人的更不要写。"
    },
    {
      find: /(^|[^\d])(1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]\d{7,8})(?!\d)/,
      asked: /电话|联系/,
      says: "好像是电话号码。自己的留不留由您定；别人的不要写。"
    },
    {
      find: /(^|[^\d])(\d{4}[- ]?\d{4}[- ]?\d{4}[- ]?\d{4,7})(?!\d)/,
      asked: /账号/,
      says: "好像是银行卡号。写“某银行的卡”就够了。"
    },
    {
      find: /()(国家秘密|商业秘密|工作秘密|绝密|机密|涉密|保密协议)/,
      says: "说到了秘密。国家秘密、商业秘密的内容先不要写进来，问清楚收件单位怎样交。"
    },
    {
      find: /()(病历|诊断书|艾滋|精神病|传染病|肝炎|怀孕|流产|抑郁症)/,
      says: "好像写到了病情。和这件事没有关系的，不写；别人的不写。"
    },
    {
      find: new RegExp("()((?:" + TITLES + ")(?:叫|是|：|:)?[" + SURNAMES + "][\\u4e00-\\u9fa5某×]{1,2})"),
      asked: /被反映人|负责人|代表|申请人|当事人/,
      says: "好像写了别人的姓名。和这件事没有关系的人不写；有关系的，写单位和职务就说得清。"
    }
  ];

  window.DaoyinPrivacy = function (text, label) {
    var notes = [];
    RULES.forEach(function (rule) {
      var found = rule.find.exec(text);
      if (!found) return;
      if (!(rule.asked && rule.asked.test(label))) notes.push("“" + shown(found[2]) + "”" + rule.says);
      text = text.split(found[2]).join(" "); /* one number is one thing */
    });
    return notes;
  };

  /* Long numbers are not said aloud in full. */
  function shown(found) {
    return /^[\d -]{7,}[\dXx]$/.test(found) ? found.slice(0, 3) + "…" + found.slice(-2) : found;
  }
})();
