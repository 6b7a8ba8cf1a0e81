"""Actor mentions in invented sentences: the bracketed phrase, and the parties it must give.

A row is theatre and year, a sentence with its phrase in brackets, and one ``words | name | kind`` per party; an empty
name is none.
"""

from __future__ import annotations

import pytest

from hearsay.claims.parties import build_context, read_parties

MENTIONS = [
    # Syria
    ("SYR 2019", "[Syrian Army troops] entered the village at dawn.", "Syrian Army | Syrian Arab Army | state_forces"),
    (
        "SYR 2019",
        "Shells fired by [units of the Syrian Arab Army] fell nearby.",
        "Syrian Arab Army | Syrian Arab Army | state_forces",
    ),
    ("SYR 2018", "[Regime forces] shelled the outskirts.", "Regime forces | Syrian Arab Army | state_forces"),
    (
        "SYR 2016",
        "[The Syrian and Russian air forces] bombed the road.",
        "Syrian | Syrian Air Force | state_forces",
        "Russian | Russian Air Force | external_forces",
    ),
    ("SYR 2017", "[Russian warplanes] struck a depot.", "Russian warplanes | Russian Air Force | external_forces"),
    (
        "SYR 2018",
        "A [Russian] airstrike hit the market.",
        "Russian | Russian Armed Forces | external_forces",
    ),
    (
        "SYR 2018",
        "[Warplanes of the Syrian regime] bombed the market.",
        "Syrian regime | Syrian Air Force | state_forces",
    ),
    ("ISR 2018", "A [Palestinian] attack on the bus hurt three.", "Palestinian |  | unknown"),
    (
        "SYR 2018",
        "[Russian aircraft] were seen over the valley.",
        "Russian aircraft | Russian Armed Forces | external_forces",
    ),
    ("SYR 2020", "[Turkish soldiers] manned the outpost.", "Turkish soldiers | Turkish Armed Forces | external_forces"),
    (
        "SYR 2019",
        "Residents blamed [Hayat Tahrir al-Sham] for the arrests.",
        "Hayat Tahrir al-Sham | Hay'at Tahrir al-Sham | rebel_group",
    ),
    ("SYR 2014", "[Jabhat al-Nusra fighters] withdrew.", "Jabhat al-Nusra | Jabhat al-Nusra | rebel_group"),
    ("SYR 2019", "[Nusra Front militants] withdrew.", "Nusra Front | Hay'at Tahrir al-Sham | rebel_group"),
    ("SYR 2018", "[The SDF] said it had taken the bridge.", "SDF | Syrian Democratic Forces | rebel_group"),
    (
        "SYR 2019",
        "[The US-backed Syrian Democratic Forces] advanced.",
        "Syrian Democratic Forces | Syrian Democratic Forces | rebel_group",
    ),
    ("SYR 2017", "[Kurdish YPG fighters] held the ridge.", "YPG | People's Protection Units | rebel_group"),
    ("SYR 2016", "[ISIS militants] detonated a car bomb.", "ISIS | Islamic State | rebel_group"),
    ("SYR 2016", "[داعش] withdrew from the town.", "داعش | Islamic State | rebel_group"),
    (
        "SYR 2018",
        "[the Turkistan Islamic Party] posted a film.",
        "Turkistan Islamic Party | Turkistan Islamic Party in Syria | rebel_group",
    ),
    (
        "SYR 2015",
        "[Ahrar al-Sham and Jaysh al-Islam] agreed on a truce.",
        "Ahrar al-Sham | Ahrar al-Sham | rebel_group",
        "Jaysh al-Islam | Jaysh al-Islam | rebel_group",
    ),
    (
        "SYR 2019",
        "[The National Front for Liberation] fired back.",
        "National Front for Liberation | National Front for Liberation | rebel_group",
    ),
    (
        "SYR 2019",
        "[fighters of the Tiger Forces] arrived.",
        "Tiger Forces | 25th Special Mission Forces Division | state_forces",
    ),
    ("SYR 2018", "[Hezbollah fighters] were buried on Friday.", "Hezbollah | Hezbollah | rebel_group"),
    (
        "SYR 2017",
        "[Afghan fighters of the Fatemiyoun Brigade] died there.",
        "Fatemiyoun Brigade | Liwa Fatemiyoun | political_militia",
    ),
    (
        "SYR 2018",
        "[The US-led coalition] denied it had struck the school.",
        "US-led coalition | Global Coalition against Daesh | external_forces",
    ),
    ("SYR 2020", "[rebels] shot at the convoy.", "rebels |  | rebel_group"),
    ("SYR 2020", "[a group of armed men] stopped the bus.", "armed men |  | unknown"),
    # Iraq and Iran
    ("IRQ 2016", "[Iraqi forces] retook the quarter.", "Iraqi forces | Iraqi Security Forces | state_forces"),
    ("IRQ 2016", "[Kurdish Peshmerga forces] dug in.", "Kurdish Peshmerga forces | Peshmerga | state_forces"),
    (
        "IRQ 2017",
        "[the Hashd al-Shaabi] said its men had found the graves.",
        "Hashd al-Shaabi | Popular Mobilisation Forces | political_militia",
    ),
    (
        "IRQ 2023",
        "[Kataib Hezbollah] threatened more attacks.",
        "Kataib Hezbollah | Kata'ib Hezbollah | political_militia",
    ),
    (
        "IRQ 2021",
        "[Turkish fighter jets] hit three villages.",
        "Turkish fighter jets | Turkish Air Force | external_forces",
    ),
    ("IRQ 2022", "[PKK militants] left a booby trap.", "PKK | Kurdistan Workers' Party | rebel_group"),
    ("IRQ 2020", "[the Islamic State group] claimed it.", "Islamic State group | Islamic State | rebel_group"),
    ("IRN 2023", "[Jaish al-Adl] attacked a police station.", "Jaish al-Adl | Jaish al-Adl | rebel_group"),
    (
        "IRN 2022",
        "[the Revolutionary Guards] shelled the border.",
        "Revolutionary Guards | Islamic Revolutionary Guard Corps | state_forces",
    ),
    ("IRN 2024", "[PJAK] said two members had died.", "PJAK | Kurdistan Free Life Party | rebel_group"),
    # Israel, Palestine, Lebanon
    ("PSE 2023", "[Israeli troops] raided the camp.", "Israeli troops | Israel Defense Forces | state_forces"),
    (
        "PSE 2023",
        "[Israeli occupation forces] stormed the town.",
        "Israeli occupation forces | Israel Defense Forces | state_forces",
    ),
    (
        "PSE 2023",
        "[Occupation soldiers] closed the gate to Palestinian farmers near the Israeli fence.",
        "Occupation soldiers | Israel Defense Forces | state_forces",
    ),
    (
        "PSE 2023",
        "[undercover Border Police officers] entered on foot, Israeli media said.",
        "Border Police | Israel Border Police | state_forces",
    ),
    (
        "PSE 2023",
        "[the al-Qassam Brigades] said they had fired mortars.",
        "al-Qassam Brigades | Izz ad-Din al-Qassam Brigades | rebel_group",
    ),
    (
        "PSE 2023",
        "[Islamic Jihad gunmen] fired at the jeep.",
        "Islamic Jihad | Palestinian Islamic Jihad | rebel_group",
    ),
    ("COL 1990", "[guerrilla commandos] blew up the bridge.", "guerrilla commandos |  | rebel_group"),
    ("NER 2024", "[motorcycle-riding gunmen] shot a teacher.", "motorcycle-riding gunmen |  | unknown"),
    ("NER 2024", "[men] in police uniforms shot a teacher.", "men in police uniforms |  | civilians"),
    ("NER 2024", "[armed men] wearing black masks shot a teacher.", "armed men wearing black masks |  | unknown"),
    ("NER 2024", "[armed men] in a car shot a teacher.", "armed men |  | unknown"),
    ("PSE 2023", "[three Palestinian gunmen] were shot.", "Palestinian gunmen |  | unknown"),
    ("PSE 2023", "[Israeli settlers] burned an orchard.", "Israeli settlers | Israeli settlers | rioters"),
    ("PSE 2023", "[Hamas officials] visited the hospital.", "Hamas | Hamas | rebel_group"),
    ("LBN 2024", "[Israeli warplanes] struck a farm.", "Israeli warplanes | Israeli Air Force | external_forces"),
    ("LBN 2024", "[Hizbullah] shelled the hill.", "Hizbullah | Hezbollah | rebel_group"),
    ("LBN 2024", "[Lebanese army soldiers] blocked the road.", "Lebanese army | Lebanese Armed Forces | state_forces"),
    ("LBN 2024", "[UNIFIL peacekeepers] came under fire.", "UNIFIL | UNIFIL | external_forces"),
    ("EGY 2016", "[Sinai Province] released a video.", "Sinai Province | Islamic State – Sinai Province | rebel_group"),
    # Yemen
    ("YEM 2019", "[Iran-backed Houthi rebels] shelled the port.", "Houthi | Houthi movement | rebel_group"),
    (
        "YEM 2018",
        "[The Saudi-led coalition] launched nine raids.",
        "Saudi-led coalition | Saudi-led coalition | external_forces",
    ),
    ("YEM 2020", "[Ansar Allah] accused the other side.", "Ansar Allah | Houthi movement | rebel_group"),
    (
        "YEM 2020",
        "[fighters of the Southern Transitional Council] took the palace.",
        "Southern Transitional Council | Southern Transitional Council | rebel_group",
    ),
    ("YEM 2022", "[AQAP] freed a hostage.", "AQAP | Al-Qaeda in the Arabian Peninsula | rebel_group"),
    ("YEM 2019", "[the Giants Brigades] pushed north.", "Giants Brigades | Giants Brigades | political_militia"),
    # Libya and the Maghreb
    ("LBY 2019", "[Haftar's forces] shelled the airport.", "Haftar's forces | Libyan National Army | rebel_group"),
    ("LBY 2019", "[the GNA] said it had lost nine men.", "GNA | Government of National Accord forces | state_forces"),
    (
        "LBY 2023",
        "[the Special Deterrence Forces] freed him.",
        "Special Deterrence Forces | Special Deterrence Forces | political_militia",
    ),
    (
        "LBY 2023",
        "[the SDF] set up checkpoints in Tripoli, Libya.",
        "SDF | Special Deterrence Forces | political_militia",
    ),
    ("LBY 2020", "[Wagner mercenaries] laid the mines.", "Wagner mercenaries | Wagner Group | external_forces"),
    ("DZA 2008", "[AQIM] took the two tourists.", "AQIM | Al-Qaeda in the Islamic Maghreb | rebel_group"),
    # Sudan and South Sudan
    ("SDN 2024", "[RSF fighters] looted the market.", "RSF | Rapid Support Forces | rebel_group"),
    (
        "SDN 2019",
        "[Rapid Support Forces soldiers] cleared the square.",
        "Rapid Support Forces | Rapid Support Forces | state_forces",
    ),
    (
        "SDN 2024",
        "[Sudanese army warplanes] bombed the bridge.",
        "Sudanese army | Sudanese Armed Forces | state_forces",
    ),
    (
        "SDN 2024",
        "[The army] retook the district, residents of Omdurman in Sudan said.",
        "army | Sudanese Armed Forces | state_forces",
    ),
    ("SDN 2024", "[the SPLM-N] fired on Kadugli.", "SPLM-N | SPLM-North (al-Hilu) | rebel_group"),
    ("SDN 2006", "[Janjaweed militiamen on horseback] burned the huts.", "Janjaweed | Janjaweed | political_militia"),
    ("SSD 2014", "[the White Army] marched on Bor.", "White Army | White Army (Nuer) | identity_militia"),
    ("SSD 2022", "[SSPDF soldiers] and others fled.", "SSPDF | South Sudan People's Defence Forces | state_forces"),
    (
        "SSD 2021",
        "[the National Salvation Front] denied it.",
        "National Salvation Front | National Salvation Front (South Sudan) | rebel_group",
    ),
    # Horn
    ("SOM 2022", "[al-Shabaab militants] attacked the base.", "al-Shabaab | Al-Shabaab | rebel_group"),
    (
        "SOM 2022",
        "[Somali National Army soldiers] repelled them.",
        "Somali National Army | Somali National Army | state_forces",
    ),
    ("SOM 2015", "[AMISOM troops] shelled the farm.", "AMISOM | African Union Mission in Somalia | external_forces"),
    ("SOM 2018", "[Kenyan troops] withdrew.", "Kenyan troops | Kenya Defence Forces | external_forces"),
    ("SOM 2023", "[Ma'awisley clan militia] fought alongside.", "Ma'awisley | Ma'awisley | identity_militia"),
    (
        "ETH 2021",
        "[Eritrean soldiers] shot the villagers.",
        "Eritrean soldiers | Eritrean Defence Forces | external_forces",
    ),
    ("ETH 2023", "[Fano militiamen] entered Lalibela.", "Fano | Fano | rebel_group"),
    ("ETH 2021", "[The TPLF] rejected the charge.", "TPLF | Tigray People's Liberation Front | rebel_group"),
    ("ETH 2022", "[OLA rebels] ambushed a bus.", "OLA | Oromo Liberation Army | rebel_group"),
    # Sahel and Nigeria
    ("MLI 2023", "[JNIM] claimed the ambush.", "JNIM | Jama'at Nusrat al-Islam wal-Muslimin | rebel_group"),
    (
        "MLI 2022",
        "[Malian soldiers and Wagner fighters] swept the village.",
        "Malian soldiers | Malian Armed Forces | state_forces",
        "Wagner fighters | Wagner Group | external_forces",
    ),
    ("MLI 2013", "[French troops] reached Gao.", "French troops | French Armed Forces | external_forces"),
    ("BFA 2021", "[two VDP volunteers] died.", "VDP | Volunteers for the Defence of the Homeland | political_militia"),
    (
        "NER 2021",
        "[fighters of the Islamic State in the Greater Sahara] came on motorcycles.",
        "Islamic State in the Greater Sahara | Islamic State – Sahel Province | rebel_group",
    ),
    ("NGA 2015", "[Boko Haram insurgents] razed Baga.", "Boko Haram | Boko Haram | rebel_group"),
    ("NGA 2021", "[ISWAP] took the garrison.", "ISWAP | Islamic State – West Africa Province | rebel_group"),
    (
        "NGA 2021",
        "[troops of the Multinational Joint Task Force] cleared it.",
        "Multinational Joint Task Force | Multinational Joint Task Force | external_forces",
    ),
    ("NGA 2022", "[bandits] seized forty pupils.", "bandits |  | political_militia"),
    ("NGA 2018", "[Fulani herdsmen] were blamed.", "Fulani herdsmen | Fulani Ethnic Militia | identity_militia"),
    (
        "NGA 2020",
        "[the Nigerian Air Force] said the strike was precise.",
        "Nigerian Air Force | Nigerian Air Force | state_forces",
    ),
    (
        "CMR 2020",
        "[Ambazonian separatists] burned the school.",
        "Ambazonian separatists | Ambazonian separatists | rebel_group",
    ),
    # Great Lakes and the south
    ("COD 2024", "[M23 rebels] entered Rubaya.", "M23 | March 23 Movement | rebel_group"),
    (
        "COD 2024",
        "[Rwandan soldiers] crossed the border, Kinshasa said.",
        "Rwandan soldiers | Rwanda Defence Force | external_forces",
    ),
    (
        "COD 2021",
        "[suspected ADF rebels] hacked nine farmers to death.",
        "ADF rebels | Allied Democratic Forces | rebel_group",
    ),
    (
        "COD 2022",
        "[CODECO militiamen] raided the camp.",
        "CODECO | Cooperative for the Development of the Congo | identity_militia",
    ),
    (
        "COD 2023",
        "[FARDC troops and Wazalendo fighters] held Sake.",
        "FARDC | Armed Forces of the Democratic Republic of the Congo | state_forces",
        "Wazalendo | Wazalendo | political_militia",
    ),
    ("COD 2022", "[MONUSCO] evacuated the wounded.", "MONUSCO | MONUSCO | external_forces"),
    (
        "CAF 2021",
        "[the Coalition of Patriots for Change] denied it.",
        "Coalition of Patriots for Change | Coalition of Patriots for Change | rebel_group",
    ),
    ("CAF 2014", "[anti-balaka fighters] set up roadblocks.", "anti-balaka | Anti-balaka | political_militia"),
    (
        "MOZ 2021",
        "[al-Shabaab] attacked Palma in Mozambique.",
        "al-Shabaab | Islamic State – Mozambique Province | rebel_group",
    ),
    ("MOZ 2022", "[the Naparama] carried machetes.", "Naparama | Naparama | identity_militia"),
    # Ukraine, Russia, Caucasus
    (
        "UKR 2023",
        "[Ukrainian defenders] repelled the assault.",
        "Ukrainian defenders | Armed Forces of Ukraine | state_forces",
    ),
    (
        "UKR 2023",
        "[five Russian servicemen] were taken.",
        "Russian servicemen | Russian Armed Forces | external_forces",
    ),
    ("UKR 2023", "[ВСУ] shelled the crossing.", "ВСУ | Armed Forces of Ukraine | state_forces"),
    (
        "UKR 2015",
        "[pro-Russian separatists] shelled the school.",
        "pro-Russian separatists | United Armed Forces of Novorossiya | rebel_group",
    ),
    ("RUS 2024", "[Ukrainian drones] hit a refinery.", "Ukrainian drones | Armed Forces of Ukraine | external_forces"),
    (
        "RUS 2023",
        "[the Freedom of Russia Legion] crossed near Graivoron.",
        "Freedom of Russia Legion | Freedom of Russia Legion | rebel_group",
    ),
    (
        "AZE 2020",
        "[Azerbaijani forces] took the height.",
        "Azerbaijani forces | Azerbaijani Armed Forces | state_forces",
    ),
    (
        "ARM 2022",
        "[Azerbaijani troops] shelled Jermuk.",
        "Azerbaijani troops | Azerbaijani Armed Forces | external_forces",
    ),
    (
        "GEO 2008",
        "[South Ossetian militia] burned the houses.",
        "South Ossetian militia | Armed Forces of South Ossetia | rebel_group",
    ),
    # Afghanistan, Pakistan
    ("AFG 2018", "[Taliban fighters] overran the checkpoint.", "Taliban | Taliban | rebel_group"),
    (
        "AFG 2023",
        "[Taliban forces] closed the school.",
        "Taliban forces | Military Forces of Afghanistan (2021-) | state_forces",
    ),
    ("AFG 2022", "[ISIS-K] claimed the blast.", "ISIS-K | Islamic State – Khorasan Province | rebel_group"),
    (
        "AFG 2012",
        "[ISAF soldiers] handed over the base.",
        "ISAF | International Security Assistance Force | external_forces",
    ),
    ("PAK 2023", "[the banned TTP] denied a role.", "TTP | Tehrik-i-Taliban Pakistan | rebel_group"),
    (
        "PAK 2023",
        "[Taliban militants] killed a polio worker in Pakistan.",
        "Taliban | Tehrik-i-Taliban Pakistan | rebel_group",
    ),
    (
        "PAK 2024",
        "[The Baloch Liberation Army] said its men did it.",
        "Baloch Liberation Army | Balochistan Liberation Army | rebel_group",
    ),
    ("PAK 2024", "[two Frontier Corps personnel] died.", "Frontier Corps | Frontier Corps | state_forces"),
    # India, Bangladesh, Sri Lanka, Nepal
    (
        "IND 2010",
        "[CPI-Maoist cadres] blew up the track.",
        "CPI-Maoist | Communist Party of India (Maoist) | rebel_group",
    ),
    (
        "IND 2010",
        "[about 40 armed cadres of the CPI-Maoist] came at night.",
        "CPI-Maoist | Communist Party of India (Maoist) | rebel_group",
    ),
    (
        "IND 2010",
        "[suspected Naxalites] shot the trader.",
        "Naxalites | Communist Party of India (Maoist) | rebel_group",
    ),
    ("IND 2001", "[the People's War Group] called a strike.", "People's War Group | People's War Group | rebel_group"),
    ("IND 2012", "[PLFI extremists] fired.", "PLFI | People's Liberation Front of India | rebel_group"),
    (
        "IND 2011",
        "[CRPF and District Police] searched the forest.",
        "CRPF | Central Reserve Police Force | state_forces",
        "District Police | Indian Police | state_forces",
    ),
    ("IND 2011", "[former Maoists] joined the rally.", "former Maoists |  | civilians"),
    ("IND 2011", "[a CPI-Maoist sympathiser] was held.", "CPI-Maoist sympathiser |  | civilians"),
    ("IND 2019", "[Jaish-e-Mohammed] claimed the car bomb.", "Jaish-e-Mohammed | Jaish-e-Mohammed | rebel_group"),
    ("IND 2009", "[ULFA militants] lobbed a grenade.", "ULFA | United Liberation Front of Asom | rebel_group"),
    ("LKA 2008", "[The Tamil Tigers] sank a boat.", "Tamil Tigers | Liberation Tigers of Tamil Eelam | rebel_group"),
    ("NPL 2003", "[Maoist rebels] bombed the post.", "Maoist | Communist Party of Nepal (Maoist) | rebel_group"),
    ("BGD 2023", "[the KNF] freed the banker.", "KNF | Kuki-Chin National Front | rebel_group"),
    # Myanmar, the Philippines, Indonesia, Thailand
    ("MMR 2023", "[junta troops] torched the village.", "junta troops | Myanmar Armed Forces | state_forces"),
    ("MMR 2023", "[the Arakan Army] took Paletwa.", "Arakan Army | Arakan Army | rebel_group"),
    ("MMR 2022", "[PDF fighters] attacked a convoy.", "PDF | People's Defence Force (Myanmar) | rebel_group"),
    ("PHL 2019", "[NPA rebels] burned a backhoe.", "NPA rebels | New People's Army | rebel_group"),
    ("PHL 2016", "[Abu Sayyaf gunmen] beheaded him.", "Abu Sayyaf | Abu Sayyaf Group | rebel_group"),
    ("IDN 2023", "[the TPNPB] shot at the plane.", "TPNPB | West Papua National Liberation Army | rebel_group"),
    ("THA 2012", "[Thai rangers] fired.", "Thai rangers | Thahan Phran | state_forces"),
    # Latin America
    ("COL 2000", "[FARC guerrillas] took the town.", "FARC | Revolutionary Armed Forces of Colombia | rebel_group"),
    ("COL 1989", "[The Extraditables] claimed the bomb.", "Extraditables | The Extraditables | political_militia"),
    ("COL 2021", "[FARC dissidents] set off a motorcycle bomb.", "FARC dissidents | FARC dissidents | rebel_group"),
    ("COL 2023", "[the Clan del Golfo] declared a strike.", "Clan del Golfo | Gulf Clan | political_militia"),
    (
        "SLV 1989",
        "[FMLN urban commandos] attacked the barracks.",
        "FMLN | Farabundo Martí National Liberation Front | rebel_group",
    ),
    (
        "SLV 1989",
        "[Salvadoran army soldiers] entered the campus.",
        "Salvadoran army | Armed Forces of El Salvador | state_forces",
    ),
    ("PER 1990", "[Sendero Luminoso] called an armed strike.", "Sendero Luminoso | Shining Path | rebel_group"),
    ("PER 1990", "[members of the MRTA] kidnapped him.", "MRTA | Túpac Amaru Revolutionary Movement | rebel_group"),
    ("GTM 1988", "[the URNG] fired on a patrol.", "URNG | Guatemalan National Revolutionary Unity | rebel_group"),
    ("MEX 2020", "[CJNG gunmen] opened fire.", "CJNG | Jalisco New Generation Cartel | political_militia"),
    ("HTI 2024", "[Viv Ansanm gangs] stormed the prison.", "Viv Ansanm | Viv Ansanm | political_militia"),
    (
        "HTI 2024",
        "[Haiti's National Police] lost two men.",
        "Haiti's National Police | Haitian National Police | state_forces",
    ),
    ("ECU 2024", "[Los Choneros] denied it.", "Los Choneros | Los Choneros | political_militia"),
    # no names
    ("SDN 2024", "[at least seven children] died.", "children |  | civilians"),
    ("IND 2010", "[a tailor] was stabbed.", "tailor |  | civilians"),
    ("SYR 2018", "[a woman and her two children] were buried.", "woman |  | civilians", "children |  | civilians"),
    ("SYR 2018", "[the thermal power plant] was hit.", "thermal power plant |  | object"),
    ("UKR 2023", "[a grain warehouse] burned.", "grain warehouse |  | object"),
    ("NGA 2022", "[unidentified gunmen] fled.", "unidentified gunmen |  | unknown"),
    ("COL 2001", "[the mayor of the town] resigned.", "mayor |  | government"),
    ("MMR 2022", "[protesters] sat down.", "protesters |  | protesters"),
    ("AFG 2019", "[a wedding party] was hit.", "wedding party |  | civilians"),
    ("SLV 1990", "[six Jesuit priests] lay on the lawn.", "Jesuit priests |  | civilians"),
    ("COD 2022", "[local residents and two nurses] fled.", "local residents |  | civilians", "nurses |  | civilians"),
    ("IND 2010", "[five villagers, including two women] were beaten.", "villagers |  | civilians"),
]


def _read(row: tuple[str, ...]) -> list[str]:
    theatre, marked = row[0].split(), row[1]
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    context = build_context(text, countries=[theatre[0]], year=int(theatre[1])).at(theatre[0])
    parties = read_parties(text, (start, end), context)
    assert all(text[p.span[0] : p.span[1]] == p.text for p in parties)
    return [f"{p.text} | {p.name or ''} | {p.kind}" for p in parties]


@pytest.mark.parametrize("row", MENTIONS, ids=[row[1][:60] for row in MENTIONS])
def test_mention(row: tuple[str, ...]) -> None:
    assert _read(row) == list(row[2:])


def test_the_table_is_as_large_as_promised() -> None:
    assert len(MENTIONS) >= 150
