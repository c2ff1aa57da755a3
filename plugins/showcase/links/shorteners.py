"""Hosts whose addresses only lead to another. Short links of a platform are in its row."""

from __future__ import annotations

from .table import words
from .url_parser import Address

# Services for short addresses as public lists name them, those that share buttons use, and shops' affiliates.
SHORTENERS = words(
    "0rz.tw 1-url.net 126.am 1drv.ms 1link.in 1tk.us 1un.fr 1url.com 1url.cz 1wb2.net 2.gp 2.ht 23o.net 2ad.in "
    "2big.at 2doc.net 2fear.com 2ly.link 2pl.us 2tu.us 2ty.in 2u.xf.cz 2ya.com 3ra.be 3x.si 4i.ae 4url.cc 4view.me "
    "5em.cz 5url.net 5z8.info 6fr.ru 6g6.eu 6url.com 7.ly 76.gd 77.ai 7fth.cc 7li.in 7vd.cn 8u.cz 944.la 98.to "
    "9m.no 9qr.de a.co a.gg a.nf a0.fr a2a.me abbr.sk abbrr.com ad-med.cz ad5.eu ad7.biz adb.ug adf.ly adfa.st "
    "adfly.fr adfoc.us adjix.com adli.pw admy.link adobe.ly adv.li ajn.me aka.gr al.ly alil.in alturl.com amzn.asia "
    "amzn.eu amzn.to any.gs app.link apple.co aqva.pl ares.tl asso.in atid.me atu.ca au.ms ayt.fr azali.fr b00.fr "
    "b23.ru b54.in bacn.me baid.us bc.vc bee4.biz bim.im bit.do bit.ly bitly.com bitly.ws bitw.in bkite.com bl.id "
    "bl.ink blap.net ble.pl bloat.me boi.re bom.so bote.me bougn.at br4.in brzu.net budurl.com buff.ly buk.me "
    "bul.lu burnurl.com bxl.me bzh.me c-o.in c.lazada.co.id cachor.ro canva.link captur.in catchylink.com cbs.so "
    "cbug.cc cc.cc ccj.im cf.ly cf2.me cf6.co chilp.it cjb.net clck.ru cli.gs clikk.in clk.sh cn86.org cnn.it "
    "coinurl.com cort.as couic.fr cr.tl cudder.it cur.lv curl.im cut.pe cut.sk cutt.eu cutt.ly cutt.us cutu.me "
    "cuturl.com cybr.fr cyonix.to d75.eu daa.pl db.tt dd.ma ddp.net dfl8.me dft.ba digbig.com discord.gg dlvr.it "
    "doiop.com dolp.cc dopice.sk dub.sh dv.gd dwarfurl.com dy.fi dyo.gs e37.eu easyuri.com easyurl.net ebay.us "
    "ecra.se eepurl.com ely.re emojilink.me erax.cz erw.cz esyurl.com etsy.me ewerl.com ex9.co ezurl.cc ff.im "
    "fff.re fff.to fff.wf fhurl.com filz.fr firsturl.de fly2.ws fnk.es foe.hn folu.me fon.gs forms.gle freze.it "
    "fur.ly fwd4.me g00.me gg.gg git.io gl.am go.9nl.com go2.me go2cut.com gofood.link gojek.link goo.gle goo.lu "
    "good.ly goshrink.com gowat.ch grb.to grem.io gri.ms guiama.is gurl.es hadej.co han.gl hec.su hjkl.fr hops.me "
    "href.in ht.ly htxt.it hubs.la hubs.ly hugeurl.com hurl.it hurl.me hurl.ws i-2.co i99.cz icit.fr ick.li icks.ro "
    "idek.net ift.tt iiiii.in iky.fr ilix.in info.ms inreply.to intip.in invl.io invle.co invol.cc invol.co is.gd "
    "isra.li itm.im ity.im ix.sk j.gs j.mp jdem.cz jieb.be jijr.com jmp2.net jp22.net jqw.de kd2.org kfd.pl "
    "kissa.be kl.am klck.me korta.nu kr3w.de krat.si kratsi.cz krod.cz krunchd.com ktbs.in kuc.cz kutt.it kxb.me "
    "l-k.be l.ead.me l.gg l9.fr lc-s.co lc.cx lcut.in lick.my lien.li lien.pl lihi.cc lihi1.com liip.to liltext.com "
    "lin.cr lin.ee lin.io link.dana.id linkbee.com linkbun.ch linkn.co linktw.in liurl.cn llu.ch ln-s.net ln-s.ru "
    "lnk.co lnk.gd lnk.in lnk.ly lnk.sk lnk.to lnked.in lnks.fr lnky.fr lnp.sn loopt.us lp25.fr lru.jp lt.tl "
    "lurl.no lvvk.com m1p.fr m3mi.com maac.io mcaf.ee mdl29.net me-qr.com me2.do metamark.net mic.fr migre.me "
    "minilien.com miniurl.com minu.me minurl.fr moourl.com more.sh mut.lu myurl.in naver.me ne1.net net.ms "
    "net46.net nicou.ch nig.gr niny.io njx.me nn.nf notlong.com nov.io nq.st nxy.in nyti.ms o-x.fr okok.fr om.ly "
    "onelink.me ou.af ou.gd oua.be ouo.io ow.ly p.pw page.link para.pt parky.tv past.is pd.am pdh.co ph.ly pic.gd "
    "pich.in pin.st piurl.com plots.fr pm.wu.cz pnt.me poprl.com post.ly posted.at ppfr.it ppst.me ppt.cc ppt.li "
    "prejit.cz pse.is ptab.it ptm.ro pw2.ro py6.ru q.gs qbn.ru qicute.com qlnk.net qqc.co qr.ae qr.net qrco.de "
    "qrtag.fr qxp.cz qxp.sk r.grab.com rb.gy rb6.co rb6.me rcknr.io rdz.me rebrand.ly redd.it redir.ec redir.fr "
    "redirx.com redu.it ref.so relink.fr reurl.cc ri.ms riz.cz riz.gd rod.gs roflc.at rotf.lol rsmonkey.com rt.se "
    "rt.tc ru.ly rubyurl.com s-url.fr s.ee s.id s.lazada.co.id s7y.us safe.mn sagyap.tk sdu.sk search.app segue.se "
    "sh.st shar.as share.google sharetabs.com shorl.com short.cc short.gy short.ie short.io short.nr short.pk "
    "short.to shorte.st shorten.asia shorten.is shortlinks.co.uk shortna.me shorturl.asia shorturl.at shorturl.com "
    "shorturl.fm shorturl.gg shoturl.us shrinkee.com shrinkify.com shrinkster.com shrinkurl.in shrt.in shrt.st "
    "shrtco.de shrten.com shrunkin.com shw.me shy.si sicax.net simurl.com sina.lt sk.gy skr.sk skroc.pl smll.co "
    "sn.im sn.vc snip.ly sniply.io snipr.com snipurl.com snsw.us snurl.com soo.gd sp2.ro spedr.com spn.sr spoti.fi "
    "sptfy.com sq6.ru sqrl.it ssl.gs starturl.com sturly.com su.pr surl.li surl.me sux.cz sy.pe t.cn t.co t.ly "
    "t.snapchat.com t2m.io ta.gd tabzi.com tau.pe tcrn.ch tdjt.cz thesa.us thinfi.com thrdl.es tighturl.com tin.li "
    "tini.cc tiny.cc tiny.lt tiny.ms tiny.one tiny.pl tiny123.com tinyarro.ws tinylink.net tinytw.it tinyuri.ca "
    "tinyurl.com tinyurl.hu tinyvid.io tixsu.com tkp.me tldr.sk tldrify.com tllg.net tnij.org tny.cz tny.im to.ly "
    "to8.cc togoto.us tohle.de tpmr.com tr.im tr.my tr5.in traceurl.com trck.me trib.al trick.ly trkr.ws trunc.it "
    "trv.lk turo.us tweetburner.com twet.fr twi.im twirl.at twit.ac twitthis.com twiturl.de twlr.me twurl.cc "
    "twurl.nl u.mavrev.com u.nu u.to u6e.de ub0.cc uby.es ucam.me ug.cz ulmt.in unlc.us updating.me upzat.com "
    "ur1.ca url.co.uk url.ie url.kr url2.fr url4.eu url5.org urlao.com urlbrief.com urlcover.com urlcut.com "
    "urlenco.de urlgeni.us urlhawk.com urlin.it urlkiss.com urlkr.com urlot.com urlpire.com urls.fr urlvn.net "
    "urlx.ie urlx.org urlz.fr urlzen.com urub.us utfg.sk v.gd v.ht v5.gd vaaa.fr valv.im vaza.me vbly.us vd55.com "
    "verd.in vgn.me vk.cc vl.am vo.la vov.li vsll.eu vt802.us vur.me vv.vg w1p.fr w3t.org waa.ai wapurl.co.uk "
    "wb1.eu we.tl wed.li wideo.fr wipi.es wp.me wtc.la wu.cz ww7.fr wwy.me x.co x.gd x.nu x.se x2c.eu x2c.eumx "
    "xaddr.com xav.cc xeeurl.com xgd.in xib.me xl8.eu xoe.cz xrl.in xrl.us xt3.me xua.me xub.me xurl.jp xurls.co "
    "xzb.cc y2u.be yagoa.fr yagoa.me yau.sh yeca.eu yect.com yep.it yogh.me yon.ir ysear.ch yt.be yweb.com yyv.co "
    "z9.fr zapit.nu zeek.ir zi.ma zi.pe zipmyurl.com zkr.cz zkrat.me zkrt.cz zoodl.com zpag.es zpr.io zsms.net "
    "zti.me zxq.net zyva.org zz.gd zzb.bz"
)
# Each customer of these has a host of their own.
SHORTENER_ENDINGS = (".page.link", ".app.link", ".onelink.me", ".app.goo.gl", ".shp.ee", ".bitly.com", ".short.gy")
# Where only a part of a site is short links: the host, and what the path begins with.
SHORT_PATHS = (("snapchat.com", "t/"), ("discord.com", "invite/"), ("line.me", "r/"), ("reddit.com", "s/"))


def is_short(address: Address) -> bool:
    """True for an address that only leads to another."""
    host = address.host.removeprefix("www.")
    if address.host in SHORTENERS or host in SHORTENERS or host.endswith(SHORTENER_ENDINGS):
        return True
    return any(host == site and address.path.lower().startswith(start) for site, start in SHORT_PATHS)
