#!/usr/bin/env python3
"""Makes a deterministic synthetic SSDA903 extract (standard library only, streaming).

  synthetic_returns.py --children N --years Y --seed S --out DIR [options]

N is the target number of children looked after AT ANY ONE TIME (not the number of rows);
Y the number of annual returns covered, the last one ending 31 March of --end-year.
Writes Header.csv, Episodes.csv, UASC.csv and Reviews.csv with DfE column names and dd/mm/yyyy dates.

Options
  --end-year E     last 31 March (default 2025)
  --trend P        yearly percentage change in admissions (default 0 = steady state)
  --annual         one sub-folder per return (DIR/2021 = year ending 31/03/2021) as an authority
                   would hold them: each return shows only episodes open in that year, and what
                   was not yet known at its 31 March (DEC, REC, reason) is blank
  --plans          also Plans.csv, a LOCAL file (not part of the 903): care plans and applications
  --truth          also truth_monthly.csv: what the generator knows for every month end
  --respite P      children with V3/V4 short breaks, as a share of admissions (default 0.015)
  --dirty P        share of children given a data-quality fault (default 0; truth then is approximate)
  --sex-codes C    12, mf or auto (auto: mf in returns ending 31/03/2025 or later, 1/2 before)

Same arguments give the same bytes on any CPython 3.8+: the only source of chance is
random.Random(seed).random().  Memory does not grow with N.  Nothing here describes a real child.

The national pattern it imitates (England, year ending 31 March 2025, DfE): care orders 75%, s.20 19%,
placement orders 6%; foster 67%, children's homes 12%, supported accommodation 9%, with parents 6%,
placed for adoption 2%; starts 39% and ends 42% of stock a year; UASC 8% of stock, 22% of starts;
18th birthday about 38%, home 19%, SGO 12%, adoption 9%, CAO 3% of ends; about 10% with 3+ placements.
"""
import argparse
import math
import os
import random
import sys
from datetime import date

ORD = date.toordinal
SUPPORTED_FROM = ORD(date(2023, 10, 28))     # P2 no longer allowed, registered settings are returned as H5
K3_FROM = ORD(date(2024, 4, 1))              # the 2024-25 return re-codes H5 as K3, same episode start
Z_SPLIT_FROM = ORD(date(2025, 4, 1))         # the 2025-26 return re-codes Z1 as Z11..Z14
SEX_MF_FROM = ORD(date(2025, 3, 31))         # SEX 1/2 becomes M/F with the 2024-25 return
WARM_YEARS = 18

ETHNIC = (("WBRI", .66), ("BAFR", .05), ("MOTH", .04), ("WOTH", .04), ("OOTH", .04), ("MWBC", .035),
          ("AOTH", .03), ("MWAS", .02), ("APKN", .014), ("BCRB", .015), ("BOTH", .015), ("MWBA", .013),
          ("WROM", .007), ("NOBT", .007), ("ABAN", .005), ("AIND", .004), ("WIRI", .002), ("WIRT", .002),
          ("CHNE", .001), ("REFU", .001))
ETHNIC_UASC = (("BAFR", .40), ("OOTH", .25), ("AOTH", .25), ("WOTH", .05), ("NOBT", .05))
NEED = (("N1", .70), ("N5", .125), ("N4", .08), ("N3", .03), ("N6", .015), ("N8", .03), ("N7", .001), ("N2", .011), ("N1", .008))
MOVE_REASON = (("CARPL", .42), ("OTHER", .28), ("CREQB", .11), ("CREQO", .09), ("CHILD", .04), ("LAREQ", .025),
               ("STAND", .013), ("ALLEG", .009), ("CLOSE", .009), ("APPRR", .004))
RESIDENTIAL = {"K1", "K2", "R1", "R2", "R3", "R5", "S1"}
COHORTS = ("uasc", "residential_disability", "residential_other", "supported_accommodation", "placement_order",
           "ico", "placed_with_parents", "long_term_matched", "s20", "unallocated")


class Gen:
    def __init__(self, seed):
        self.u = random.Random(seed).random

    # ---- chance -----------------------------------------------------------------------------
    def pick(self, table):
        x = self.u()
        for v, p in table:
            x -= p
            if x < 0:
                return v
        return table[0][0]

    def exp(self, mean):
        return -mean * math.log(1.0 - self.u())

    def gam(self, mean, k):
        p = 1.0
        for _ in range(k):
            p *= 1.0 - self.u()
        return -mean / k * math.log(p)

    def between(self, a, b):
        return a + int(self.u() * (b - a + 1))

    def postcode(self, near):
        u = self.u
        area = near if near and u() < .62 else "ABCDEFGHKLMNPRSTWY"[int(u() * 18)]
        return "%s%d %d%s%s" % (area, 1 + int(u() * 28), 1 + int(u() * 9),
                                "ABDEFGHJLNPQRSTUWXYZ"[int(u() * 20)], "ABDEFGHJLNPQRSTUWXYZ"[int(u() * 20)])

    # ---- one child --------------------------------------------------------------------------
    def child(self, start, respite_share):
        """dob, sex, ethnic, need, uasc, home, episodes, duc, plans; episodes are lists
        [decom, rne, ls, cin, place, prov, dec, rec, reason, home, post, urn]; dec None = beyond 18."""
        u = self.u
        if u() < respite_share:
            return self.respite_child(start)
        uasc = u() < .23
        x = u()
        if uasc:
            age = 14 + 2 * x if u() < .16 else 16 + 1.95 * math.sqrt(x) * u() ** .35
            sex = 1 if u() < .94 else 2
        else:
            band = u()
            if band < .225: age = .02 + .98 * x * x
            elif band < .42: age = 1 + 4 * x
            elif band < .61: age = 5 + 5 * x
            elif band < .87: age = 10 + 6 * x
            else: age = 16 + 1.9 * x
            sex = 1 if u() < .53 else 2
        dob = start - max(1, int(age * 365.25))
        b18 = self.birthday(dob, 18)
        if b18 - start < 5:
            start = b18 - 5
        eth = self.pick(ETHNIC_UASC if uasc else ETHNIC)
        need = "N8" if uasc else self.pick(NEED)
        home = "" if uasc else self.postcode(None)
        eps, plans = [], []
        duc = None
        if uasc:
            duc = b18 if u() < .93 else min(b18, start + self.between(60, 500))
        s = start
        again = 0
        while True:
            end, rec = self.period(eps, plans, s, dob, b18, uasc, need, home)
            if end >= b18 or rec in ("E11", "E12", "E2", "E3", "E15", "E16"):
                break
            back = .20 if rec in ("E4A", "E4B") else .05
            if again >= 3 or u() >= back:
                break
            s = end + 20 + int(self.exp(500))
            if s >= b18 - 10:
                break
            again += 1
        return dob, sex, eth, need, uasc, home, eps, duc, plans

    def respite_child(self, start):
        u = self.u
        dob = start - int((4 + 12 * u()) * 365.25)
        b18 = self.birthday(dob, 18)
        eps = []
        if u() < .8:                                    # V4: one agreement
            end = min(b18, start + 200 + int(self.exp(700)))
            eps.append([start, "S", "V4", "N2", "K2" if u() < .5 else "U6", "PR1", end, "E8", "", "", "", ""])
        else:                                           # V3: single breaks
            d = start
            for _ in range(self.between(3, 12)):
                e = d + self.between(2, 6)
                if e >= b18:
                    break
                eps.append([d, "S", "V3", "N2", "K2" if u() < .5 else "U6", "PR1", e, "E8", "", "", "", ""])
                d = e + self.between(14, 40)
        return dob, (1 if u() < .65 else 2), self.pick(ETHNIC), "N2", False, "", eps, None, []

    @staticmethod
    def birthday(dob, n):
        d = date.fromordinal(dob)
        try:
            return ORD(d.replace(year=d.year + n))
        except ValueError:
            return ORD(date(d.year + n, 3, 1))

    # ---- legal status -----------------------------------------------------------------------
    def legal(self, s, age, b18, uasc, need):
        """segments [(date, LS)], end, REC, fate"""
        u = self.u
        seg = []
        if uasc:
            seg.append((s, "V2"))
            x = u()
            if x < .24: return seg, min(b18, s + self.between(3, 60)), "E3", "transfer"
            if x < .28: return seg, min(b18, s + self.between(25, 200)), "E15", "adult"
            if x < .32: return seg, min(b18, s + self.between(2, 120)), "E8", "missing"
            return seg, b18, None, "18"
        if age >= 10 and u() < .012:
            seg.append((s, "J1"))
            e = s + self.between(10, 120)
            if u() < .25:
                seg.append((e, "V2"))
                return seg, min(b18, e + int(self.exp(300))), "E4A", "home"
            return seg, min(b18, e), "E14" if u() < .6 else "E9", "remand"
        if need == "N2":
            seg.append((s, "V2"))
            if u() < .55:
                return seg, b18, None, "18"
            e = s + 60 + int(self.exp(700))
            return (seg, e, "E4A", "home") if e < b18 else (seg, b18, None, "18")
        if age < 1:   court = .88
        elif age < 5: court = .80
        elif age < 10: court = .76
        elif age < 16: court = .64
        else: court = .30
        if u() >= court:                                                  # accommodated, no proceedings
            seg.append((s, "V2"))
            if age < 1 and u() < .12:                                     # relinquished, adopted by consent
                p = s + self.between(60, 150)
                return seg, p + self.between(180, 330), "E11", "consent:%d" % p
            if age >= 16:
                stay = .58
            elif age >= 10:
                stay = .13
            else:
                stay = .02
            if u() < stay:
                return seg, b18, None, "18"
            e = s + 1 + int(self.gam(170 if age >= 10 else 120, 1))
            if e >= b18:
                return seg, b18, None, "18"
            return seg, e, self.pick((("E4A", .70), ("E4B", .17), ("E13", .07), ("E8", .03), ("E5", .02), ("E3", .01)))\
                if age >= 14 else self.pick((("E4A", .75), ("E4B", .16), ("E13", .07), ("E8", .02))), "home"
        d = s
        x = u()
        if x < .09:
            seg.append((d, "L1")); d += self.between(1, 3)
        elif x < .14:
            seg.append((d, "L2")); d += self.between(4, 15)
        if u() < .36:
            seg.append((d, "V2")); d += 10 + int(self.gam(95, 2))
        if d >= b18 - 2:
            return seg, b18, None, "18"
        seg.append((d, "C1"))
        d += 100 + int(self.gam(200, 3))
        if d >= b18 - 2:
            return seg, b18, None, "18"
        if age < 1:    t = (("adopt", .45), ("sgo", .25), ("home", .07), ("pwp", .06), ("cao", .05), ("c2", .12))
        elif age < 5:  t = (("adopt", .30), ("sgo", .29), ("home", .07), ("pwp", .09), ("cao", .07), ("c2", .18))
        elif age < 10: t = (("adopt", .03), ("sgo", .26), ("home", .08), ("pwp", .16), ("cao", .08), ("c2", .39))
        else:          t = (("sgo", .08), ("home", .09), ("pwp", .15), ("cao", .05), ("c2", .63))
        f = self.pick(t)
        if f == "adopt":
            seg.append((d, "E1"))
            if u() < .11:                                                  # plan changes
                d += 300 + int(self.exp(450))
                if d < b18 - 2:
                    seg.append((d, "C2"))
                return seg, b18, None, "c2"
            p = d + 20 + int(self.gam(205, 2))
            e = p + 75 + int(self.gam(165, 2))
            if e >= b18:
                return seg, b18, None, "18"
            return seg, e, "E12" if u() < .78 else "E11", "adopt:%d" % p
        if f == "sgo" and u() < .72:
            return seg, d, self.sgo(), "sgo"
        if f == "cao":
            return seg, d, "E41", "cao"
        if f == "home":
            return seg, d, "E4A", "home"
        seg.append((d, "C2"))
        if f == "sgo":
            e = d + 120 + int(self.exp(420))
            return (seg, e, self.sgo(), "sgo2") if e < b18 else (seg, b18, None, "18")
        if f == "pwp":
            e = d + 200 + int(self.exp(850))
            return (seg, e, "E4A", "pwp:%d" % d) if e < b18 else (seg, b18, None, "pwp:%d" % d)
        e = d + 300 + int(self.exp(9500))                                  # rare later exits from a full order
        if e >= b18:
            return seg, b18, None, "c2"
        x = u()
        if x < .42:
            return seg, e, self.sgo(), "sgo2"
        if x < .86:
            p = max(d + 30, e - self.between(120, 420))
            return seg, e, "E4A", "pwp:%d" % p
        return seg, e, self.pick((("E8", .5), ("E9", .2), ("E41", .25), ("E2", .05))), "other"

    def sgo(self):
        return self.pick((("E45", .68), ("E47", .22), ("E46", .07), ("E48", .03)))

    # ---- placements -------------------------------------------------------------------------
    def first_place(self, d, age, uasc, need, fate):
        u = self.u
        if uasc:
            x = u()
            if age >= 16 and x < .76:
                return self.supported(d)
            return "U6" if x < .94 else "K2"
        if need == "N2":
            return self.pick((("U6", .45), ("K2", .38), ("S1" if age >= 5 else "U6", .05), ("R1", .12)))
        kin = .46 if fate.startswith("sgo") else .16
        x = u()
        if x < kin:
            return "U3"
        if age < 1:
            return self.pick((("U6", .87), ("R3", .055), ("U5", .045), ("R2", .03)))
        if age < 10:
            return self.pick((("U6", .955), ("K2", .025), ("U5", .01), ("Z1", .01)))
        if age < 16:
            return self.pick((("U6", .70), ("K2", .25), ("K1", .004), ("Z1", .046)))
        if u() < .50:
            return self.supported(d)
        return self.pick((("U6", .46), ("K2", .36), ("Z1", .14), ("R5", .04)))

    def supported(self, d):
        if d >= K3_FROM:
            return "K3"
        return "H5" if d >= SUPPORTED_FROM or self.u() < .72 else "P2"

    def next_place(self, d, age, place, matched):
        u = self.u
        if age >= 16 and u() < .54:
            return self.supported(d)
        if age >= 10:
            k = .45 if place in ("K2", "K3", "H5", "P2", "K1") else .25
            if u() < k:
                return "K2"
            return self.pick((("U6", .70 if not matched else .64), ("U4", .11 if matched else .05), ("U3", .06),
                              ("Z1", .115), ("K1", .004), ("R1", .02), ("R5", .006), ("S1", .004), ("R2", .006)))
        return self.pick((("U6", .78), ("U4", .12 if matched else .02), ("U3", .08), ("K2", .025), ("R1", .003)))

    def provider(self, place):
        u = self.u()
        c = place[0]
        if place == "P1": return "PR0"
        if c == "T" or c == "Z": return ""
        if c == "U": return "PR1" if place in ("U1", "U2", "U3") or u < .60 else "PR4" if u < .95 else "PR5"
        if c == "A": return "PR1" if u < .55 else "PR2" if u < .75 else "PR5"
        if place == "R2": return "PR3"
        if place == "R5": return "PR3" if u < .6 else "PR4"
        if place == "K1": return "PR1" if u < .4 else "PR2"
        return "PR4" if u < .80 else "PR1" if u < .94 else "PR5"

    def urn(self, place):
        if place[0] in "PTZ" or place in ("R1", "R2", "R5"):
            return ""
        return "SC%06d" % int(self.u() * 999999) if self.u() < .4 else "%07d" % (1000000 + int(self.u() * 8999999))

    def period(self, eps, plans, s, dob, b18, uasc, need, home):
        u = self.u
        age0 = (s - dob) / 365.25
        seg, end, rec, fate = self.legal(s, age0, b18, uasc, need)
        if end <= s:
            end = s + 1
        if end > b18:
            end = b18
        if end == b18 and (rec is None or rec not in ("E2", "E15", "E3")):
            rec = None
        adopt_on = pwp_on = consent_on = None
        if ":" in fate:
            f, d = fate.split(":")
            d = int(d)
            if f == "adopt": adopt_on = d
            elif f == "consent": consent_on = d
            else: pwp_on = d
        # placement changes: list of (date, place, samecarer)
        pl = [(s, self.first_place(s, age0, uasc, need, fate), False)]
        d = s
        fixed = min(x for x in (adopt_on, consent_on, pwp_on, end) if x is not None)
        full_on = next((x for x, l in seg if l == "C2"), None)
        settle = full_on + self.between(20, 500) if full_on and u() < .84 else None
        settled = False
        while True:
            place = pl[-1][1]
            age = (d - dob) / 365.25
            rate = (1.35 if d - s < 180 else .62) * (1.15 if age >= 10 else .80)
            if settled: rate *= .34
            if place == "U3": rate *= .45
            if uasc: rate *= .8
            if place in ("R3", "R2"): rate = 4.0
            if place in ("Z1", "R5", "K1"): rate = 1.5
            d += 3 + int(self.exp(365.25 / rate))
            if settle is not None and d >= settle > pl[-1][0] + 1 and settle < fixed:
                d = settle
                settle = None
                settled = True
                if place in ("U6", "U3"):
                    pl.append((d, "U4" if place == "U6" else "U1", True) if place == "U3" or u() < .85 else (d, "U4", False))
                continue
            if d >= fixed:
                break
            age = (d - dob) / 365.25
            if u() < .16 and place not in ("Z1", "R3", "R2", "R5", "K1"):
                pl.append((d, place, True))                                # carer moves house, agency changes
            else:
                q = self.next_place(d, age, place, settled)
                pl.append((d, q, False))
        if adopt_on is not None and adopt_on < end:
            prev = pl[-1][1]
            if prev in ("U5", "U3", "U6") and (prev == "U5" or u() < .14):
                pl.append((adopt_on, "A5", True))
            else:
                pl.append((adopt_on, "A6", False))
        if consent_on is not None and consent_on < end:
            pl.append((consent_on, "A4", False))
        if pwp_on is not None and pwp_on < end:
            pl.append((pwp_on, "P1", False))
            if end == b18 and u() < .10:
                x = self.between(200, 900) + pwp_on
                if x < end - 5:
                    pl.append((x, "U6", False))
        if rec in ("E45", "E46") and pl[-1][1][0] != "U":
            rec = "E47"
        if end == b18 and rec is None:
            last = pl[-1][1]
            if last in ("U1", "U2", "U3", "U4", "U5", "U6"):
                rec = self.pick((("E17", .55), ("E5", .17), ("E6", .13), ("E4A", .05), ("E13", .05), ("E8", .05)))
            elif need == "N2":
                rec = "E7"
            elif last == "P1":
                rec = "E4A"
            else:
                rec = self.pick((("E5", .48), ("E6", .24), ("E8", .12), ("E17", .08), ("E4A", .05), ("E9", .03)))
        if fate.startswith("sgo"):
            plans.append(("SGO", max(s, end - self.between(60, 420)), end, "granted"))
        elif pwp_on is not None:
            plans.append(("REUNIFY", max(s, pwp_on - self.between(30, 240)), end, "home" if rec == "E4A" else "not achieved"))
        elif fate == "home" and end - s > 120:
            plans.append(("REUNIFY", max(s, end - self.between(30, 200)), end, "home"))
        elif fate == "c2" and u() < .10:
            a = s + self.between(400, 2500)
            if a < end - 40:
                plans.append((("SGO" if u() < .6 else "REUNIFY"), a, min(end, a + self.between(90, 600)), "not achieved"))
        self.weave(eps, s, end, rec, seg, pl, need, home, uasc)
        return end, rec

    def weave(self, eps, s, end, rec, seg, pl, need, home, uasc):
        """merge the legal and the placement calendars into 903 episodes"""
        # independent living had to become registered supported accommodation by 28/10/2023
        out = []
        for i, p in enumerate(pl):
            out.append(p)
            nxt = pl[i + 1][0] if i + 1 < len(pl) else end
            if p[1] == "P2" and p[0] < SUPPORTED_FROM < nxt:
                out.append((SUPPORTED_FROM, "H5", True))
        pl = out
        ev = {}
        for d, l in seg:
            if d < end:
                ev.setdefault(d, [None, None, False])[0] = l
        lastd = None
        for d, p, same in pl:
            if d < end:
                e = ev.setdefault(d, [None, None, False])
                if e[1] is None:
                    e[1], e[2] = p, same
                else:
                    e[1] = p
        ls = place = None
        prov = post = urn = ""
        area = home[:1] if home else None
        cur = None
        for d in sorted(ev):
            nl, np_, same = ev[d]
            if cur is not None and d <= cur[0]:
                continue
            lchg = nl is not None and nl != ls
            pchg = np_ is not None
            if cur is None:
                rne = "S"
            else:
                np_for_rule = np_ if pchg else place
                if np_for_rule == "P1" and (nl or ls) == "V2":             # not allowed: no placement with parents under s.20
                    pchg = False
                if not lchg and not pchg:
                    continue
                rne = ("U" if same else "B") if lchg and pchg else "L" if lchg else ("T" if same else "P")
                cur[6], cur[7] = d, "X1"
                if pchg:
                    cur[8] = "PLACE" if same else self.pick(MOVE_REASON)
                    if np_ in ("A5", "A6", "A4", "P1", "U4", "U1"):
                        cur[8] = "CARPL"
            if nl is not None:
                ls = nl
            if pchg or cur is None:
                if np_ is None:
                    np_ = "U6"
                place = np_
                prov2 = self.provider(place)
                if same and rne != "S" and cur[4][0] == place[0]:
                    prov2 = prov
                prov = prov2
                if not (same and rne != "S") or self.u() < .35:
                    post = home if place == "P1" and home else self.postcode(area)
                urn = self.urn(place)
                if rne in ("T", "U") and cur[4] == place and cur[10] == post and cur[5] == prov and cur[11] == urn:
                    post = self.postcode(area)
            cur = [d, rne, ls, need, place, prov, None, "", "", home, post, urn]
            eps.append(cur)
        cur[6], cur[7] = end, rec


def cohort(ls, place, cin, uasc):
    if uasc: return 0
    if place in RESIDENTIAL: return 1 if cin == "N2" else 2
    if place in ("H5", "P2", "K3"): return 3
    if ls == "E1" or place[0] == "A": return 4
    if ls == "C1": return 5
    if place == "P1": return 6
    if place in ("U1", "U4"): return 7
    if ls == "V2": return 8
    return 9


class Out:
    """the four files of one return, or of the whole extract"""
    HEAD = {"Header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
            "Episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
            "UASC": "CHILD,SEX,DOB,DUC", "Reviews": "CHILD,DOB,REVIEW,REVIEW_CODE"}

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.n = dict.fromkeys(self.HEAD, 0)
        self.f = {}
        for k, h in self.HEAD.items():
            self.f[k] = open(os.path.join(folder, k + ".csv"), "w", encoding="utf-8", newline="\n", buffering=1 << 18)
            self.f[k].write(h + "\n")

    def add(self, k, line):
        self.f[k].write(line)
        self.n[k] += 1

    def close(self):
        for f in self.f.values():
            f.close()


def calibrate(respite_share, trials=24000):
    """mean days in care (respite not counted) per first admission, from a fixed private stream"""
    g = Gen(903903)
    tot = 0
    for _ in range(trials):
        for e in g.child(ORD(date(2010, 1, 1)) + _ % 3650, respite_share)[6]:
            if e[2] not in ("V3", "V4"):
                tot += e[6] - e[0]
    return tot / trials


def main(argv=None):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a = ap.add_argument
    a("--children", type=int, required=True); a("--years", type=int, default=5); a("--seed", type=int, default=1)
    a("--out", required=True); a("--end-year", type=int, default=2025); a("--trend", type=float, default=0.0)
    a("--annual", action="store_true"); a("--plans", action="store_true"); a("--truth", action="store_true")
    a("--respite", type=float, default=.015); a("--dirty", type=float, default=0.0)
    a("--sex-codes", choices=("12", "mf", "auto"), default="auto")
    o = ap.parse_args(argv)
    t0 = ORD(date(o.end_year - o.years, 4, 1))
    t1 = ORD(date(o.end_year, 3, 31))
    mean = calibrate(o.respite)
    begin = ORD(date(o.end_year - o.years - WARM_YEARS, 4, 1))
    span = t1 - begin + 1
    per_day = o.children / mean
    mf = {"mf": True, "12": False, "auto": None}[o.sex_codes]

    fmt = {}
    for d in range(ORD(date(o.end_year - o.years - 40, 1, 1)), t1 + 7000):
        x = date.fromordinal(d)
        fmt[d] = "%02d/%02d/%04d" % (x.day, x.month, x.year)

    outs = []
    if o.annual:
        for y in range(o.end_year - o.years + 1, o.end_year + 1):
            outs.append((ORD(date(y - 1, 4, 1)), ORD(date(y, 3, 31)), Out(os.path.join(o.out, str(y)))))
    else:
        outs.append((t0, t1, Out(o.out)))
    plans_f = None
    if o.plans:
        plans_f = open(os.path.join(o.out, "Plans.csv"), "w", newline="\n")
        plans_f.write("CHILD,PLAN,START,END,OUTCOME\n")

    ends = []                                             # month ends in the window
    y, m = o.end_year - o.years, 4
    while True:
        ny, nm = (y + 1, 1) if m == 12 else (y, m + 1)
        e = ORD(date(ny, nm, 1)) - 1
        if e > t1:
            break
        ends.append(e)
        y, m = ny, nm
    month_of = {}
    i = 0
    for d in range(t0, t1 + 1):
        month_of[d] = i
        if d == ends[i]:
            i += 1
    nm = len(ends)
    diff = [[0] * (nm + 1) for _ in COHORTS]
    resp = [0] * (nm + 1)
    starts, stops = [0] * nm, [0] * nm

    def spread(arr, a_, b_):
        """count at month ends e with a_ <= e < b_"""
        if b_ <= t0 or a_ > t1:
            return
        lo = 0 if a_ < t0 else month_of[a_]
        hi = nm if b_ > t1 else month_of[b_]
        if hi > lo:
            arr[lo] += 1
            arr[hi] -= 1

    g = Gen(o.seed)
    u = g.u
    pos, cid, made, kept = 0.0, 0, 0, 0
    growth = o.trend / 100.0
    while True:
        rate = per_day * (1 + growth) ** ((begin + pos - t0) / 365.25) if growth else per_day
        pos += 1.0 / rate
        if pos >= span:
            break
        start = begin + int(pos)
        dob, sex, eth, need, uasc, home, eps, duc, plans = g.child(start, o.respite)
        made += 1
        cid += 1
        # keep children with any episode open in the window
        eps = [e for e in eps if e[0] <= t1 and e[6] >= t0]
        if not eps:
            continue
        kept += 1
        child = "%07d" % cid
        sd = fmt[dob]
        first, last = eps[0][0], eps[-1][6]
        upn = "%s%012d" % ("ABCDEFGHJKLMNPQRTUVWXYZ"[int(u() * 23)], int(u() * 1e12))
        if uasc and u() < .4:
            upn = "UN2"
        birth = None
        if sex == 2 and last - dob > 5600 and u() < .03:
            birth = dob + 5400 + int(u() * (last - dob - 5400))
        counted = eps[0][2] not in ("V3", "V4")
        # ---- truth
        for e in eps:
            if e[2] in ("V3", "V4"):
                spread(resp, e[0], e[6])
            else:
                if e[1] == "S" and t0 <= e[0] <= t1:
                    starts[month_of[e[0]]] += 1
                if e[7] != "X1" and t0 <= e[6] <= t1:
                    stops[month_of[e[6]]] += 1
                if uasc and duc is not None and e[0] < duc < e[6]:
                    spread(diff[0], e[0], duc)
                    spread(diff[cohort(e[2], e[4], e[3], False)], duc, e[6])
                else:
                    spread(diff[cohort(e[2], e[4], e[3], uasc and e[0] < duc)], e[0], e[6])
        # ---- reviews (28 days, then 91, then every 6 months) inside non-respite periods
        rev = []
        k = 0
        while k < len(eps):
            j = k
            while j + 1 < len(eps) and eps[j + 1][1] != "S":
                j += 1
            if eps[k][2] not in ("V3", "V4"):
                d = eps[k][0] + (20 + int(u() * 9) if eps[k][1] == "S" else int(u() * 180))
                n = 0
                while d < eps[j][6] and d <= t1:
                    rev.append((d, "PN0" if d - dob < 1461 else "PN%d" % (1 + int(7 * u() ** 1.6))))
                    n += 1
                    d += 80 + int(u() * 12) if n == 1 else 165 + int(u() * 19)
            k = j + 1
        fault = int(u() * 6) if o.dirty and u() < o.dirty else -1
        # ---- write
        for a0, a1, f in outs:
            mine = [e for e in eps if e[0] <= a1 and e[6] >= a0]
            if not mine:
                continue
            mother = mcdob = ""
            if sex == 2 and counted:
                mother = "0"
                if birth is not None and birth <= a1:
                    mother, mcdob = "1", fmt[birth]
            young = a0 - dob < 1600
            sexc = ("M" if sex == 1 else "F") if mf or (mf is None and a1 >= SEX_MF_FROM) else str(sex)
            f.add("Header", "%s,%s,%s,%s,%s,%s,%s\n" % (child, sexc, sd, eth, "UN1" if young else upn, mother, mcdob))
            for e in mine:
                open_ = e[6] > a1
                dec = "" if open_ else fmt[e[6]]
                rec = "" if open_ else e[7]
                why = "" if open_ else e[8]
                decom, place, ls = fmt[e[0]], e[4], e[2]
                if place == "H5" and a1 >= K3_FROM and e[6] >= K3_FROM:      # restated by the later return
                    place = "K3"
                elif place == "Z1" and a1 >= Z_SPLIT_FROM and e[6] >= Z_SPLIT_FROM:
                    place = "Z1%d" % (1 + cid % 4)
                if fault >= 0 and e is mine[-1]:
                    if fault == 0: decom = "31/02/2020"
                    elif fault == 1: place = place.lower() + " "
                    elif fault == 2 and not open_: dec = ""
                    elif fault == 3: ls = ""
                    elif fault == 4 and not open_: dec = fmt[e[0]]
                    elif fault == 5:
                        f.add("Episodes", "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n" % (
                            child, decom, e[1], ls, e[3], place, e[5], dec, rec, why, e[9], e[10], e[11]))
                f.add("Episodes", "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n" % (
                    child, decom, e[1], ls, e[3], place, e[5], dec, rec, why, e[9], e[10], e[11]))
            if uasc and duc >= a0:
                f.add("UASC", "%s,%s,%s,%s\n" % (child, sexc, sd, fmt[duc] if duc <= a1 or duc == Gen.birthday(dob, 18) else ""))
            for d, c in rev:
                if a0 <= d <= a1:
                    f.add("Reviews", "%s,%s,%s,%s\n" % (child, sd, fmt[d], c))
        if plans_f:
            for p, a_, b_, outc in plans:
                if a_ <= t1 and b_ >= t0:
                    plans_f.write("%s,%s,%s,%s,%s\n" % (child, p, fmt[a_], "" if b_ > t1 else fmt[b_], "" if b_ > t1 else outc))
    for _, _, f in outs:
        f.close()
    if plans_f:
        plans_f.close()
    run = [0] * len(COHORTS)
    r = 0
    rows = []
    for i in range(nm):
        for c in range(len(COHORTS)):
            run[c] += diff[c][i]
        r += resp[i]
        rows.append((ends[i], sum(run), r, starts[i], stops[i], list(run)))
    if o.truth:
        with open(os.path.join(o.out, "truth_monthly.csv"), "w", newline="\n") as f:
            f.write("month_end,looked_after,respite_only,starts,ends," + ",".join("cohort_" + c for c in COHORTS) + "\n")
            for e, n, rr, s, x, cs in rows:
                f.write("%s,%d,%d,%d,%d,%s\n" % (date.fromordinal(e).isoformat(), n, rr, s, x, ",".join(map(str, cs))))
    stock = [x[1] for x in rows]
    tot = {k: sum(f.n[k] for _, _, f in outs) for k in Out.HEAD}
    sys.stderr.write("simulated %d children, wrote %d; rows %s; stock first %d last %d min %d max %d; starts/yr %d ends/yr %d\n" % (
        made, kept, tot, stock[0], stock[-1], min(stock), max(stock), sum(starts) // o.years, sum(stops) // o.years))
    return 0


if __name__ == "__main__":
    sys.exit(main())
