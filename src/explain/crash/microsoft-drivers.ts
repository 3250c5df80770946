import { baseName } from '../../dump/modules.ts';

/**
 * Kernel images that Microsoft builds and Windows 8.1 to 11, Server and their roles bring along, without extension. A small
 * dump holds no version resource, so the name alone shows the maker of a driver: a driver of this name may be
 * another's, and a new one of Microsoft's may be missing. Source: the names of Windows' own driver
 * files in Microsoft's documentation and in published lists of loaded modules.
 */
const NAMES = `
1394bus 1394ohci 61883 6to4 acpi acpi_hmat acpidev acpiex acpipagr acpipmi acpitime acx01000 afd afunix agilevpn
ahcache amdk8 amdppm appid applockerfltr appvstrm appvvemgr appvvfs armpep asyncmac atapi ataport avc61883 bam
basicdisplay basicrender battc bdasup beep bfs bindflt blbdrive bootvid bowser bridge btha2dp bthavrcptg bthenum
bthhfaud bthhfenum bthhfhid bthleenum bthmini bthmodem bthmtpenum bthpan bthport bthusb bttflt cdd cdfs cdrom cea ci
cimfilter cimfs classpnp cldflt clfs clipsp clusbflt clusdisk clusflt clusport cmbatt cmimcext cng compbatt
compositebus condrv crashdmp csc csvflt csvfs csvnsflt csvvbus dam datascrn dedup dedupfilter dfs dfsc dfsfilt dfsrro
disk displaymux dmboot dmio dmload dmusic dmvsc drmk drmkaud dumpata dumpdedup dumpfve dumpsd dumpsdport dumpstorport
dxgkrnl dxgmms1 dxgmms2 dxgmms3 ehstorclass ehstortcgdrv errdev exfat fastfat fdc filecrypt fileinfo filetrace
flpydisk fltmgr framebuf fs_rec fsdepends ftdisk fvevol fwpkclnt gameflt gencounter gpioclx0101 gpuenergydrv hal
halaacpi halmacpi hdaudbus hdaudio hidbatt hidbth hidbthle hidclass hidi2c hidinterrupt hidir hidparse hidspi hidspicx
hidusb hidvhf hidvkbd hnswfpdriver http hvaa64 hvax64 hvix64 hvloader hvservice hvsocket hvsocketcontrol hwpolicy
hyperkbd hypervideo i8042prt ibbus intelide intelpep intelppm intelta invdimm ioqos iorate ipfltdrv ipnat ipt isapnp
isatap iscsidrv iscsiprt kbdclass kbdhid kd kd1394 kdcom kdhv1394 kdnet kdnic kdstub kdusb kdvm kmddsp kmixer ks
ksecdd ksecpkg ksthunk l1vhlwf l2bridge lltdio loop luafv lunparser lxcore lxss mausbhost mausbip mcupdate
mcupdate_authenticamd mcupdate_genuineintel microsoft.bluetooth.avrcptransport microsoft.bluetooth.legacy.leenumerator
modem monitor mouclass mouhid mountmgr mpio mpksl mpksldrv mpsdrv mpsdrvext mqac mrxdav mrxsmb mrxsmb10 mrxsmb20
msclmd msdsm msdv msfs msgpioclx msgpiowin32 mshidkmdf mshidumdf msisadrv msiscsi mskeyboardfilter mskssrv
mslbfoprovider mslldp msmq mspclock mspqm msquic msrpc mssecavflt mssecflt mssecwfp mssmbios mstee msux64w10 mtconfig
mup nat nativewifip ndfltr ndis ndiscap ndisimplatform ndistapi ndisuio ndisvirtualbus ndiswan ndproxy netadaptercx
netbios netbt netft netio nettap netvsc netvsc60 netvsc63 npfs npsvctrig nsiproxy nt ntfs ntfsext ntkrnlmp ntkrnlpa
ntkrpamp ntosext ntoskrnl null nvdimm nvdimmn nwifi ohci1394 p9np p9rdr pacer parport partmgr parvdm passthruparser
pci pciide pciidex pcw pdc peauth persistentmemory pktmon pmem pnpmem pnpres portcls processr psched pshed pvhdparser
pvpanic quota qwave qwavedrv ramdisk rasacd rasgreeng rasl2tp raspppoe raspptp rassstp rawwan rdbss rdpbus rdpdd rdpdr
rdpencom rdpudd rdpvideominiport rdpwd rdvgkmd rdyboost refs refsv1 resumekeyfilter rfcomm rhproxy rndismp rndismp6
rndismpx rspndr sacdrv sbp2port scfilter scmbus scmvolume sdbus sdport sdstor securekernel sensorsalsdriver sercx
sercx2 serenum serial sermouse sffdisk sffp_mmc sffp_sd sfloppy sgrmagent skci sleepstudyhelper smartsaminputfilter
smbdirect smclib spaceport spbcx spldr splitter srv srv2 srvnet storahci stornvme storport storqosflt storufs storvsc
storvsp svhdxflt swenum swmidi symcryptk synth3dvsc synth3dvsp sysaudio sysmondrv tbs tcpip tcpipreg tdi tdpipe tdtcp
tdx teredo termdd terminpt tm tpm tpmvsc tsddd tsusbflt tsusbgd tsusbhub tsusbhubfilter tunnel uaspstor ucmcx
ucmcxucsi ucmtcpci ucmtcpcicx ucmucsi ucmucsiacpi ucmucsiacpiclient ucmucsicx ucx01000 udfs uefi uevagentdriver
ufx01000 ufxchipidea ufxsynopsys umbus umpass unionfs urschipidea urscx01000 urssynopsys usb4devicerouter
usb4hostrouter usb4p2pnetadapter usb8023 usb80236 usb8023x usbaudio usbaudio2 usbccgp usbcir usbd usbehci usbfn usbhub
usbhub3 usbncm usbnet usbohci usbport usbprint usbrpm usbscan usbser usbstor usbuhci usbvideo usbxhci vdrvroot vfpapi
vfpext vga vgapnp vhdmp vhdparser vhf vid vmbkmcl vmbkmclr vmbus vmbushid vmbusproxy vmbusr vmgencounter vmgid vmicrdv
vms3cap vmsp vmsproxy vmsproxyhnic vmstorfl vmsvcext vmswitch vmswp volmgr volmgrx volsnap volsnapxp volume vpci
vpcibus vpcivsp vtpm vwifibus vwififlt vwifimp wanarp wanarpv6 watchdog wceusbsh wcifs wcnetmon wcnfs wdboot
wdbootdriver wdf01000 wdfcoinstaller wdfilter wdfldr wdmaud wdnisdrv wdtf werkernel wfpcapture wfplwfs win32k
win32kbase win32kfull win32ksgd winaccelcx0101 windowstrustedrt windowstrustedrtproxy winhv winhvr winload winmad
winnat winquic winsetupmon winusb winverbs wmbclass wmiacpi wmilib wnv wof wpdupfltr wpprecorder ws2ifsl wudfpf wudfrd
wudfusbcciddriver wwanmbimclass wwanusbmp xboxgip xinputhid xusb22 xvdd
`;

const MICROSOFT: ReadonlySet<string> = new Set(NAMES.trim().toLowerCase().split(/\s+/));

/** Copies of storage drivers that write the dump carry this before their name. */
const DUMP_COPY = /^dump_/;
/** Definitions of Microsoft Defender put a driver with a name of its own into memory. */
const DEFENDER_DEFINITION = /^mpksl[0-9a-f]*$|^mpksldrv$/;
const EXTENSION = /\.(?:sys|dll|exe|drv)$/i;

/** Whether Microsoft builds the image, by its name. */
export function isMicrosoftName(path: string): boolean {
  const name = baseName(path).replace(EXTENSION, '').toLowerCase();
  return MICROSOFT.has(name) || DEFENDER_DEFINITION.test(name) || MICROSOFT.has(name.replace(DUMP_COPY, ''));
}
